/** What somebody may buy in a circle at this moment and what it costs them; they order it, try it, or come back to what they paid. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "security",
            "idempotency",
            "accounts",
            "gateways",
            "payments",
            "circles",
            "access",
            "members",
            "questions",
            "applications",
            "invitations",
            "till",
            "plans",
            "passes",
            "coupons",
            "orders"
        })
package app.teahouse.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
