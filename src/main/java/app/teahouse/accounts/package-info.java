/** People who can sign in: how they prove it, what they tell of themselves, and how they leave. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package app.teahouse.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
