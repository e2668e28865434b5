/** What other places let people take along, read and written anew as the one archive of Markdown that the house imports. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "text"})
package app.teahouse.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
