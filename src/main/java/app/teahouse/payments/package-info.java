/**
 * Money comes in and goes back: ways of paying, checkouts, notifications and refunds at gateways. It never learns what was sold: who
 * sells is told by {@link app.teahouse.payments.Seller} in the same transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "jobs", "secrets", "security", "luggage", "accounts", "ledger"})
package app.teahouse.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
