/** New accounts that look like a machine's: they are let in, and wait for staff where everybody else walks in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "accounts", "entrance", "departures"})
package app.teahouse.suspicions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
