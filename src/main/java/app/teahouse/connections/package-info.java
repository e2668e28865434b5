/** Where the database is, and the two pools of connections to it: one for people who wait, one for jobs. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.teahouse.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
