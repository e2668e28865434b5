/** Orders as people read them: a buyer's receipts, a circle's list, what went back, and invoices. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "idempotency",
            "accounts",
            "ledger",
            "gateways",
            "payments",
            "circles",
            "members",
            "questions",
            "till",
            "byhand",
            "plans",
            "coupons",
            "orders"
        })
package app.teahouse.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
