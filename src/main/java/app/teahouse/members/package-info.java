/** Who belongs to a circle, as what, and what they may do there: roles, the Gate and speaking rights. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "connections",
            "kernel",
            "luggage",
            "accounts",
            "departures",
            "files",
            "circles",
            "openings",
            "speaking",
            "blocks"
        })
package app.teahouse.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
