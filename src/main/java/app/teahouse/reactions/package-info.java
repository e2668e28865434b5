/** How members answer without words: one reaction each to a post or a comment, and how many of which kind there are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "web", "departures", "circles", "members"})
package app.teahouse.reactions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
