/** Circles: what they are called, who may see them, how one gets in, how they end. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "text", "accounts", "departures", "files"})
package app.teahouse.circles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
