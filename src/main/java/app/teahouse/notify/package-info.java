/** Tells people what happened: in the app now, by mail and other ways later. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "circles", "members", "applications", "content", "comments", "live"})
package app.teahouse.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
