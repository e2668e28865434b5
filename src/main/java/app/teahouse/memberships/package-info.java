/** Somebody's own time in a circle: until when, what follows on it, and whether it renews itself. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "gateways",
            "payments",
            "invitations",
            "till",
            "plans",
            "passes",
            "offers"
        })
package app.teahouse.memberships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
