/** The highlights of a circle on one page, what became of those that were picked once, and which posts might be next. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "departures",
            "circles",
            "members",
            "roster",
            "tags",
            "reactions",
            "reading",
            "guard",
            "content",
            "curation",
            "comments"
        })
package app.teahouse.highlights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
