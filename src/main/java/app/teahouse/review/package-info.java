/** The one queue in which staff decide: what rules held, what members reported, and beside it appeals and applications. People decide; nothing is deleted by a machine. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "circles",
            "speaking",
            "members",
            "timeline",
            "muting",
            "strikes",
            "applications",
            "log",
            "letters",
            "content",
            "comments",
            "removals",
            "reports",
            "text"
        })
package app.teahouse.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
