/** The operator's desk: what the site is called, who may found circles, and whether all is well. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "web",
            "text",
            "mail",
            "accounts",
            "ledger",
            "gateways",
            "payments",
            "circles",
            "openings",
            "members",
            "log",
            "verdicts",
            "treasury",
            "ways",
            "byhand",
            "payouts"
        })
package app.teahouse.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
