/** What a circle earned, and how its owner gets it: the money page, payouts, and the lists by which an operator pays them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "secrets",
            "luggage",
            "departures",
            "accounts",
            "ledger",
            "circles",
            "treasury",
            "endings",
            "members",
            "plans",
            "passes",
            "orders",
            "log"
        })
package app.teahouse.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
