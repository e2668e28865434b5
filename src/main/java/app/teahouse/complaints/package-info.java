/** Reports about a whole circle, or about those who lead it: they go over their heads, to the operator of the site. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "circles",
            "members",
            "log",
            "verdicts",
            "reports"
        })
package app.teahouse.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
