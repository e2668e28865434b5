/** Large files that are made by and by for somebody to take away: a row for each, its parts on disk, its progress and its end. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "accounts",
            "departures",
            "circles",
            "members"
        })
package app.teahouse.takeaway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
