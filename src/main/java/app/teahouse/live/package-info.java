/** Reaches the pages that people have open, by server-sent events: hints that something changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connections", "kernel", "web", "circles", "members"})
package app.teahouse.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
