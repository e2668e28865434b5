/** What somebody is writing in a circle: kept while they write, and then made into HTML with its members' names and its files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "text", "files", "members"})
package app.teahouse.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
