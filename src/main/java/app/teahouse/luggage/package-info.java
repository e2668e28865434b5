/** What of a circle's tables leaves with the circle, and how: each room declares its own, room {@code packing} does it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package app.teahouse.luggage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
