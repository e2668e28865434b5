/** What the operator sets and sees about the money of all circles: rules, sums, debts that were settled, and how long books are kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "web", "luggage", "ledger", "payments", "circles"})
package app.teahouse.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
