/** Groups of members by rule: what is known of each in one row, conditions over it, how many there are over time, and who they are. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "departures",
            "circles",
            "members",
            "roster",
            "timeline",
            "membertags",
            "log",
            "plans",
            "passes",
            "reading",
            "content",
            "curation",
            "comments"
        })
package app.teahouse.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
