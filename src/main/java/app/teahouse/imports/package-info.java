/** Brings archives of Markdown into a circle, with their dates, their pictures and the links between them, and without noise. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "text",
            "formats",
            "outside",
            "accounts",
            "files",
            "circles",
            "members",
            "tags",
            "content",
            "comments",
            "away",
            "bylines"
        })
package app.teahouse.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
