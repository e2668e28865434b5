/** Recurring work of all rooms: what wakes it, and how far it is. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connections", "kernel"})
package app.teahouse.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
