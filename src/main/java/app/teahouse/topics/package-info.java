/** What members wish to be told of, by circle. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "secrets", "web", "accounts", "settings", "departures", "circles", "members"})
package app.teahouse.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
