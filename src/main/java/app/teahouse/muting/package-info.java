/** Staff give and take the right to write: member by member, many at once, and for a whole circle; the member sees what, why and until when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "departures", "circles", "speaking", "members", "roster"})
package app.teahouse.muting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
