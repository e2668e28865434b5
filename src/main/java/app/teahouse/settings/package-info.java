/** A person's own settings: what they tell of themselves, their address and password, and where they are signed in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "mail", "accounts"})
package app.teahouse.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
