/** Time that renews itself: we keep the calendar and charge a kept card, so a site that is off bills nobody. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "luggage",
            "circles",
            "members",
            "plans",
            "passes",
            "ledger",
            "gateways",
            "payments",
            "orders",
            "memberships",
            "offers",
            "departures"
        })
package app.teahouse.renewals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
