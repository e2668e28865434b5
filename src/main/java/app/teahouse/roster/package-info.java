/** The members of a circle as people meet them: the list, a member's page and one's own, above their words, and what staff do there. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "security", "files", "circles", "members", "reservations"})
package app.teahouse.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
