/** What people were told: their list, their bell, and how news reaches one reader or many; by mail and other ways later. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "connections",
            "kernel",
            "luggage",
            "jobs",
            "web",
            "departures",
            "circles",
            "blocks",
            "members",
            "guard",
            "content",
            "comments",
            "columns",
            "live",
            "topics",
            "following"
        })
package app.teahouse.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
