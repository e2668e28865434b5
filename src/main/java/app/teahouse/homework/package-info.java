/** Homework: posts that ask for something to be handed in, what members handed in, and how it was graded. */
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
            "timeline",
            "drafts",
            "guard",
            "content",
            "sheet",
            "columns"
        })
package app.teahouse.homework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
