package app.teahouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bytes of files lie: a folder here, an object store on large sites. A key is a file's id (26 letters and digits), or
 * the id, a dash and the name of one of its sizes; what was once written under a key never changes.
 */
interface Store {

    /** Writes all of it or nothing; after this returns it survives a power cut. */
    void write(String key, InputStream content) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is nothing under the key */
    InputStream read(String key) throws IOException;

    /** The file itself, where the store is a folder: the server can then send it without reading it. */
    Optional<Path> path(String key);

    /** Deletes it if it is there. */
    void delete(String key) throws IOException;
}
