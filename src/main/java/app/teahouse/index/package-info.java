/** What can be found in circles: kept up to date by a job, in lexemes that {@code analysis} makes. Decides about nobody's permission. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "analysis",
            "departures",
            "circles",
            "members",
            "tags",
            "content",
            "comments",
            "columns"
        })
package app.teahouse.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
