/** A whole circle comes in from an archive, and its members take their places in it again. */
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
            "settings",
            "entrance",
            "applications",
            "files",
            "circles",
            "endings",
            "members",
            "reservations",
            "log",
            "packing"
        })
package app.teahouse.arrivals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
