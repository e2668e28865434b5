/** What a member has read: which posts they opened, where they stopped. Kept for a few seconds in memory, then written. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"connections", "kernel", "luggage", "web", "departures", "circles", "members"})
package app.teahouse.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
