/** What staff see of a member at a glance, and what happened with them in one circle, as the rooms that know it tell. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "members", "roster"})
package app.teahouse.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
