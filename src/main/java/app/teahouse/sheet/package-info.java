/** A post on a page of its own, as its readers see it: what it says, what it said before, what stands beside and beneath it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "sharing",
            "files",
            "circles",
            "members",
            "roster",
            "till",
            "tags",
            "reactions",
            "reading",
            "guard",
            "content"
        })
package app.teahouse.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
