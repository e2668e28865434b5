/** What is asked of who joins: the owner's questions with their choices and the tags they give, and what members answered. */
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
            "membertags"
        })
package app.teahouse.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
