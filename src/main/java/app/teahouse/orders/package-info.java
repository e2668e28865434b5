/** What people buy of a circle: orders, receipts, refunds, and the site's fee on them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "jobs",
            "luggage",
            "departures",
            "accounts",
            "security",
            "idempotency",
            "ledger",
            "payments",
            "till",
            "byhand",
            "circles",
            "treasury",
            "access",
            "members",
            "applications",
            "invitations",
            "log",
            "plans",
            "passes",
            "coupons"
        })
package app.teahouse.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
