/** Posts and authors that members follow. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "circles",
            "blocks",
            "members",
            "guard",
            "content"
        })
package app.teahouse.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
