/** How a circle ends: it is archived, or deleted with some days to think again, and at last erased room by room. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "web", "accounts", "files", "circles"})
package app.teahouse.endings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
