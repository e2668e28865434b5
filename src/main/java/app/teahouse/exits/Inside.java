package app.teahouse.exits;

import java.util.Optional;

/** What else is inside of what a text leaves in, and where it lies as seen from the text. */
public interface Inside {

    /** What a text wants to take along. */
    enum Use {
        PICTURE,
        PLAYER,
        DOWNLOAD
    }

    /** Another page of the circle, by its address behind the circle's, such as {@code /p/12}; nothing if only the site has it. */
    Optional<String> page(String path);

    /** A file by its key, which is taken along by asking for it; nothing if it stays behind. */
    Optional<String> file(String key, Use use);
}
