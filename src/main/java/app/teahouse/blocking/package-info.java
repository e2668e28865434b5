/** A member blocks another: the other's words are folded, and nothing of theirs is told; nobody else learns of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "settings", "departures", "circles", "blocks", "members", "roster"})
package app.teahouse.blocking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
