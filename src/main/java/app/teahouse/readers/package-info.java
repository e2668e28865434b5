/** Who reads what: a person's own reading over all circles, and what a circle's staff learn of its readers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "circles",
            "members",
            "roster",
            "timeline",
            "reading",
            "content",
            "columns"
        })
package app.teahouse.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
