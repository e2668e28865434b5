/** Members who wish to be found: what they know, look for and offer, where they are, each for the eyes they chose. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "analysis",
            "departures",
            "circles",
            "blocks",
            "members",
            "roster",
            "membertags"
        })
package app.teahouse.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
