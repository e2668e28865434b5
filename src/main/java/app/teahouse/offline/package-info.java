/** A circle as pages on a disk, to be read in any browser without a site, a connection or a script. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "circles",
            "members",
            "files",
            "takeaway",
            "tags",
            "content",
            "comments",
            "columns",
            "exits"
        })
package app.teahouse.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
