/** A repeated POST is done once: its answer is kept for a day under the key it came with. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "web"})
package app.teahouse.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
