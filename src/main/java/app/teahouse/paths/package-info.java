/** Paths: what is worth a newcomer's ten, thirty or sixty minutes in a circle, chosen for them and kept until they are through. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "jobs",
            "departures",
            "circles",
            "members",
            "tags",
            "reading",
            "guard",
            "content",
            "comments",
            "columns"
        })
package app.teahouse.paths;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
