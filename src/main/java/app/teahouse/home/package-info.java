/** Whole pages over many circles: the front page, the directory, one's own corner, and what the staff of a circle do today. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "sharing",
            "text",
            "accounts",
            "entrance",
            "gateways",
            "payments",
            "byhand",
            "plans",
            "orders",
            "letters",
            "payouts",
            "circles",
            "members",
            "applications",
            "reading",
            "guard",
            "content",
            "removals",
            "review",
            "notify",
            "verdicts",
            "complaints",
            "suspicions"
        })
package app.teahouse.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
