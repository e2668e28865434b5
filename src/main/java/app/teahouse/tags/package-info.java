/** The tags of a circle: what they are called, under which other names they are found, and which posts carry them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "jobs", "web", "circles", "members"})
package app.teahouse.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
