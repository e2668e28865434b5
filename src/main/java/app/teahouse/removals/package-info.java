/** Staff remove members: why, from when on they may come back, what becomes of their words and of what they paid; and take it back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "luggage",
            "web",
            "departures",
            "circles",
            "members",
            "roster",
            "applications",
            "log",
            "orders",
            "content",
            "comments"
        })
package app.teahouse.removals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
