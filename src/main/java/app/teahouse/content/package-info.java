/** Posts: what members write in a circle, who may change it, and what the staff do with it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "text",
            "accounts",
            "files",
            "circles",
            "members",
            "tags",
            "reactions",
            "reading"
        })
package app.teahouse.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
