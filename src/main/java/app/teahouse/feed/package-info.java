/** The feed of a circle: its posts in the order of activity or of publication, what is new in it, where one stopped. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "circles",
            "members",
            "roster",
            "tags",
            "reactions",
            "reading",
            "guard",
            "content"
        })
package app.teahouse.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
