/** What people buy of a circle: orders, what was paid and given back, invoices, and the site's fee on them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "jobs",
            "luggage",
            "departures",
            "accounts",
            "ledger",
            "gateways",
            "payments",
            "circles",
            "treasury",
            "members",
            "timeline",
            "questions",
            "applications",
            "invitations",
            "plans",
            "passes",
            "coupons"
        })
package app.teahouse.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
