/** Who stands behind a request: session cookies and tokens, headers and CSRF, network addresses, and limits to how often. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package app.teahouse.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
