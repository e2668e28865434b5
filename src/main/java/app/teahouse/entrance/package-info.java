/** The way in: opening an account, signing in and out, a forgotten password, and the first operator. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "secrets", "web", "security", "mail", "accounts"})
package app.teahouse.entrance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
