/** What is done with a post beside its words: its tags, and what the staff pin, highlight, open to everybody and hide. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel", "luggage", "web", "circles", "members", "files", "tags", "drafts", "content", "sheet"
        })
package app.teahouse.curation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
