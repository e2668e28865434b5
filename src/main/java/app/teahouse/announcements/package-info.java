/** Word of the staff to many members, in the app and by mail: drafts, sending in steps, who got it and who opened it here. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "connections",
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "text",
            "mail",
            "accounts",
            "departures",
            "files",
            "circles",
            "members",
            "log",
            "drafts",
            "feed",
            "segments",
            "topics",
            "notify"
        })
package app.teahouse.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
