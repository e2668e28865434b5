/** How people take their data along, and how they leave. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "web", "security", "accounts", "settings"})
package app.teahouse.departures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
