/** What somebody wrote in a circle, for themselves: also when their time there is over and the circle is closed to them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "circles", "content", "comments"})
package app.teahouse.writings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
