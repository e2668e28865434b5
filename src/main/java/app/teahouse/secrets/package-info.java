/** What nobody else may know: the secrets in links, cookies and tokens, and the key of this installation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package app.teahouse.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
