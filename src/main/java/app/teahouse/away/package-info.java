/** Pictures at other hosts that came in with posts: fetches them where staff wish it, so that no reader's browser has to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "jobs", "outside", "files", "circles", "content"})
package app.teahouse.away;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
