/** Which words mean the same in a circle, as its staff say. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "web", "circles", "members"})
package app.teahouse.synonyms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
