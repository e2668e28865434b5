/** Start here: what the owner sets before newcomers, step by step, and below it the path for the time they have. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "circles",
            "members",
            "reading",
            "content",
            "columns",
            "paths"
        })
package app.teahouse.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
