/** Rules that look at what members are about to say: made, tried on what was said, switched on and judged by a circle's staff. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "matching",
            "departures",
            "circles",
            "members",
            "membertags",
            "log",
            "content",
            "comments",
            "suspicions"
        })
package app.teahouse.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
