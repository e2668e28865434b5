/** What joining costs and for how long: the plans of a circle, their calendar and their prices. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "luggage",
            "idempotency",
            "text",
            "gateways",
            "circles",
            "members",
            "log"
        })
package app.teahouse.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
