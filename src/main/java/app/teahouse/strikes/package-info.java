/** Offences that staff noted: they lapse by themselves, and a ladder that the owner sets says what may follow on how many. People decide. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "web", "departures", "circles", "members", "roster"})
package app.teahouse.strikes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
