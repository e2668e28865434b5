/** Cards and what else Stripe takes: its Checkout pages, cards that are kept, refunds, and what it tells (docs/decisions/0108). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "outside", "gateways"})
package app.teahouse.stripe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
