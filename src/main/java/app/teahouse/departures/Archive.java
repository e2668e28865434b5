package app.teahouse.departures;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP on its way to a browser: one file is written after the other, and nothing is kept. */
public final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;
    private final JsonMapper json;

    public Archive(OutputStream out, JsonMapper json) {
        this.zip = new ZipOutputStream(out);
        this.json = json;
    }

    /** Begins the next file, such as {@code circles/tea/posts.jsonl}; the one before ends. */
    public OutputStream file(String path) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** A file with one value. */
    public void json(String path, Object value) throws IOException {
        try (var file = file(path)) {
            file.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
        }
    }

    /** A line in a file of many values (JSON Lines). */
    public void line(OutputStream file, Object value) throws IOException {
        file.write(json.writeValueAsBytes(value));
        file.write('\n');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
