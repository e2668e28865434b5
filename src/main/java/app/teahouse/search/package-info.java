/** Finding posts, comments and members in a circle or in all of one's circles. Permission is asked in the statement that finds. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "web",
            "analysis",
            "accounts",
            "departures",
            "circles",
            "members",
            "roster",
            "tags",
            "guard",
            "content",
            "comments",
            "columns",
            "index",
            "synonyms"
        })
package app.teahouse.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
