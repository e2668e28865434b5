/** Presents: time in a circle that somebody buys for others, the cards that carry it, and how each is used once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "secrets",
            "security",
            "idempotency",
            "sharing",
            "luggage",
            "departures",
            "accounts",
            "ledger",
            "gateways",
            "circles",
            "endings",
            "access",
            "members",
            "questions",
            "applications",
            "till",
            "plans",
            "passes",
            "orders"
        })
package app.teahouse.gifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
