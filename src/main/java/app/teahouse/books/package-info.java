/** E-books: a column, or a circle's highlights, as EPUB. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "security",
            "circles",
            "members",
            "files",
            "takeaway",
            "columns",
            "exits"
        })
package app.teahouse.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
