/** Posts: what members write in a circle, and who may change it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "text",
            "departures",
            "files",
            "circles",
            "members",
            "timeline",
            "log",
            "tags",
            "reactions",
            "reading",
            "drafts",
            "guard"
        })
package app.teahouse.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
