/** People who can sign in: how they prove it, and what they tell of themselves. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "secrets", "web", "security", "mail"})
package app.teahouse.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
