/** Texts that leave the site in a form that needs no site: well-formed, with their pictures beside them, on paper or on a disk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel", "web", "text", "circles", "members", "roster", "files", "guard", "content", "columns"
        })
package app.teahouse.exits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
