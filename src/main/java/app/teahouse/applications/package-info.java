/** Asking to join a circle: its about page, the way in where it is open or has a password, and the applications staff decide on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "sharing",
            "security",
            "accounts",
            "entrance",
            "departures",
            "circles",
            "access",
            "members",
            "timeline",
            "questions",
            "suspicions"
        })
package app.teahouse.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
