/**
 * Money comes in and goes back: checkouts, what gateways tell, refunds and saved cards. It never learns what was sold: who sells is
 * told by {@link app.teahouse.payments.Seller} in the same transaction. Which ways of paying there are, {@link
 * app.teahouse.payments.Ways} knows.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "jobs", "secrets", "security", "luggage", "departures", "ledger"})
package app.teahouse.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
