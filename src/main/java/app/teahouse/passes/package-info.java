/** The time members have in a circle that costs something: given, followed on, taken back, over. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "jobs",
            "luggage",
            "departures",
            "accounts",
            "circles",
            "members",
            "reservations",
            "roster",
            "timeline",
            "log",
            "plans"
        })
package app.teahouse.passes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
