/** Reaches out to other hosts, and only to such as everybody can reach: nothing behind this server's own walls. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package app.teahouse.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
