/** What members report to those who keep order: posts, comments and members, each once by each of them. Who reports is told to nobody but those who decide. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "security",
            "departures",
            "circles",
            "members",
            "roster",
            "guard",
            "content",
            "curation",
            "comments"
        })
package app.teahouse.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
