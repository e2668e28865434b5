/** Circles: what they are called, what they say of themselves, and what moves in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "web", "security", "text", "files"})
package app.teahouse.circles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
