/** Columns: posts in an order and in sections, read one after another; as a course, with what each member has done. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "security",
            "departures",
            "files",
            "circles",
            "members",
            "till",
            "plans",
            "applications",
            "sharing",
            "syndication",
            "reading",
            "guard",
            "content",
            "sheet",
            "curation"
        })
package app.teahouse.columns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
