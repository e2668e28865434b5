/** Places held for people who were members elsewhere: partners bring a list, and whoever proves the address takes theirs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "secrets",
            "web",
            "security",
            "accounts",
            "departures",
            "circles",
            "members"
        })
package app.teahouse.reservations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
