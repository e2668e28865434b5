package app.teahouse.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive of Markdown while it is written from another source, and what could not come along. All texts
 * lie at its top, so that what they name lies where it lay.
 */
final class Translation implements AutoCloseable {
    /** One more than an import takes, so that it says no and does not silently stop. */
    private static final int MOST_PIECES = 10_001;

    private static final int MOST_FAULTS = 500;

    private final ZipOutputStream zip;
    private final JsonMapper json = Json.mapper();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    Translation(Path target) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8);
    }

    /** @return whether there is room for more */
    boolean add(Piece piece) throws IOException {
        var path = path(piece.key());
        if (!paths.add(path)) {
            fault(piece.key(), "twice", "");
            return true;
        }
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text(piece).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        if (!piece.remarks().isEmpty()) {
            remarks(path, piece.remarks());
        }
        return paths.size() < MOST_PIECES;
    }

    /** A comment a line, in a file beside the text. */
    private void remarks(String path, List<Remark> remarks) throws IOException {
        zip.putNextEntry(new ZipEntry(path.replaceFirst("\\.md$", ".comments.jsonl")));
        for (var remark : remarks) {
            zip.write((json.writeValueAsString(remark) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    /** A file that texts name, such as a picture; of one that is longer than it says no more is read than it says. */
    void file(String path, InputStream content, long bytes) throws IOException {
        if (!files.add(path)) {
            return;
        }
        zip.putNextEntry(new ZipEntry(path));
        var left = bytes;
        var buffer = new byte[64 * 1024];
        for (var read = 0; left > 0 && read >= 0; left -= Math.max(0, read)) {
            read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read > 0) {
                zip.write(buffer, 0, read);
            }
        }
        zip.closeEntry();
    }

    void fault(String place, String code, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(shortened(place, 200), code, shortened(detail, 200)));
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    int pieces() {
        return paths.size();
    }

    /** The same key makes the same path, whatever stands in it. */
    private static String path(String key) {
        return (key.matches("[a-zA-Z0-9][a-zA-Z0-9_-]{0,120}") ? key : "post-" + Hashes.of(key)) + ".md";
    }

    private static String text(Piece piece) {
        var text = new StringBuilder("---\n");
        text.append("title: ").append(quoted(piece.title())).append('\n');
        if (piece.published() != null) {
            text.append("date: ").append(piece.published()).append('\n');
        }
        if (!piece.author().isBlank()) {
            text.append("author: ").append(quoted(piece.author())).append('\n');
        }
        if (piece.highlight()) {
            text.append("highlight: true\n");
        }
        if (!piece.tags().isEmpty()) {
            text.append("tags:\n");
            piece.tags().stream()
                    .limit(10)
                    .forEach(tag -> text.append("- ").append(quoted(tag)).append('\n'));
        }
        return text.append("---\n\n").append(piece.markdown()).append('\n').toString();
    }

    /** The reader takes off the outer marks and nothing else. */
    private static String quoted(String text) {
        return '"' + shortened(text.replaceAll("\\s+", " ").strip(), 240) + '"';
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
