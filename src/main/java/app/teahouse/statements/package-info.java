/** What was sold and how money moved, as tables that a spreadsheet opens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "security",
            "ledger",
            "payments",
            "circles",
            "members",
            "plans",
            "coupons",
            "orders",
            "receipts",
            "payouts"
        })
package app.teahouse.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
