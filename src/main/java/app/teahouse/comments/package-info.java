/** What members say about a post: comments, with one level of replies. */
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
            "roster",
            "timeline",
            "log",
            "reactions",
            "drafts",
            "guard",
            "content",
            "sheet"
        })
package app.teahouse.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
