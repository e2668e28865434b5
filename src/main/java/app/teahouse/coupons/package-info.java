/** What takes something off a price: coupons, the codes people type, and how often each was used. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "luggage",
            "idempotency",
            "secrets",
            "security",
            "circles",
            "members",
            "plans"
        })
package app.teahouse.coupons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
