/** Arriving well: what the owner sets before newcomers, how far each has come, and who still waits for a first answer. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "files",
            "circles",
            "members",
            "questions",
            "reading",
            "drafts",
            "content",
            "comments",
            "feed",
            "start",
            "notify"
        })
package app.teahouse.welcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
