/**
 * The one place that decides which words somebody may read now, and which may be carried away. Every door by which words leave asks
 * it; rooms above close posts through {@link app.teahouse.guard.Lock}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "circles"})
package app.teahouse.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
