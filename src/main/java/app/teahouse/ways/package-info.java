/** The ways of paying that operator and owners set up: who receives, by which gateway, and its secrets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "secrets", "web", "gateways", "payments", "circles"})
package app.teahouse.ways;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
