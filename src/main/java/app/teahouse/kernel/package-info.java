/** The few types every room speaks: ids, refusals, proofs of who somebody is, events, and the door to the database. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connections"})
package app.teahouse.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
