/** Reading as an operator: for an hour, with a reason that stands in the circle's log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "departures", "circles"})
package app.teahouse.openings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
