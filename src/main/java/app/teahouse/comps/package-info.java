/** Guest passes: time in a circle that its owner gives to somebody for nothing, with a reason, and that never renews itself. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "luggage",
            "departures",
            "circles",
            "members",
            "roster",
            "plans",
            "passes"
        })
package app.teahouse.comps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
