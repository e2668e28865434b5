package app.teahouse.offline;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One kind of pages. Each keeps its place in a few words, so that it can be gone on with. */
interface Part {
    /** For the cursor. */
    String name();

    /**
     * Makes the next few pages.
     *
     * @param at empty at first
     * @return where to go on, or null where there is nothing more
     */
    @Nullable
    String next(Disk disk, String at) throws IOException;
}
