/** Names above imported posts: staff say which member is behind each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "members", "content"})
package app.teahouse.bylines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
