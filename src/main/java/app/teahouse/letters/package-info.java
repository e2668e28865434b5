/** Letters to the staff of a circle: one thread for each matter, between a member and all staff, also when the member may not speak or is gone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "security",
            "luggage",
            "departures",
            "circles",
            "speaking",
            "members",
            "timeline",
            "muting",
            "orders"
        })
package app.teahouse.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
