/** What leaves the site for feed readers and search engines: Atom feeds, personal ones too, the sitemap, robots.txt. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "secrets",
            "web",
            "mail",
            "accounts",
            "settings",
            "entrance",
            "departures",
            "circles",
            "members",
            "roster",
            "guard",
            "content"
        })
package app.teahouse.syndication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
