/** The occasions on which people are told something, and who is told. What is written then stands in notify. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "circles",
            "speaking",
            "members",
            "strikes",
            "directory",
            "removals",
            "reports",
            "review",
            "verdicts",
            "applications",
            "content",
            "guard",
            "comments",
            "reading",
            "columns",
            "homework",
            "accounts",
            "web",
            "ledger",
            "gateways",
            "payments",
            "byhand",
            "plans",
            "passes",
            "orders",
            "letters",
            "gifts",
            "renewals",
            "orders",
            "payouts",
            "live",
            "following",
            "segments",
            "notify"
        })
package app.teahouse.occasions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
