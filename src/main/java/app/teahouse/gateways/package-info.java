/** What a gateway must be able to do, the gateways there are, and the ways of paying that were set up with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package app.teahouse.gateways;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
