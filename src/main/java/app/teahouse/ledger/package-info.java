/** The double-entry ledger: where every cent of a circle lies, and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "luggage"})
package app.teahouse.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
