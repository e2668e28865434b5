/** What other places show of a public page: search engines, and chats into which its link is put. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web"})
package app.teahouse.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
