/**
 * Money comes in and goes back: checkouts, what gateways tell, refunds and saved cards. It never learns what was sold: who sells is
 * told by {@link app.teahouse.payments.Seller} in the same transaction. Which ways of paying there are, {@link
 * app.teahouse.gateways.Ways} knows.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "jobs", "secrets", "security", "luggage", "departures", "ledger", "gateways"})
package app.teahouse.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
