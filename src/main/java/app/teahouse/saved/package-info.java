/** Posts that somebody keeps for later: the button below a post, and one list over all their circles. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "departures",
            "circles",
            "members",
            "roster",
            "guard",
            "content",
            "sheet"
        })
package app.teahouse.saved;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
