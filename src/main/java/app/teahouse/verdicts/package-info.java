/** What the operator decides about a circle as a whole: a warning, no place in Discover, a freeze, the end; and the owner's appeal. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "luggage", "jobs", "web", "security", "departures", "circles", "members", "log"
        })
package app.teahouse.verdicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
