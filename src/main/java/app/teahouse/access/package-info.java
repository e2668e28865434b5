/** Who may find a circle, come in and read, and who is affected when that changes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "accounts", "circles", "endings"})
package app.teahouse.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
