package app.teahouse.formats;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what a file is, and writes what the house does not read itself as an archive of Markdown. */
@Component
public class Sources {

    /** What a source became: an archive in place of the file, and what could not come along. */
    public record Translated(Path archive, List<Fault> faults) {}

    /**
     * Writes the file anew beside itself; nothing if it is an archive of Markdown already.
     *
     * @throws Refusal {@code import.unreadable-source} with the line where it ends to be what it should be
     */
    public Optional<Translated> translate(Path file, String name, ZoneId zone, Wishes wishes) throws IOException {
        var source = source(file, name);
        if (source == null) {
            return Optional.empty();
        }
        var target = file.resolveSibling(file.getFileName() + ".md");
        try (var translation = new Translation(target)) {
            source.translate(new Task(file, zone, wishes), translation);
            if (translation.pieces() == 0) {
                throw Refusal.invalid("file", "import.nothing-in-it");
            }
            return Optional.of(new Translated(target, translation.faults()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** What is to be translated. */
    record Task(Path file, ZoneId zone, Wishes wishes) {}

    /** One format. */
    interface Source {
        void translate(Task task, Translation translation) throws IOException;
    }

    private static @Nullable Source source(Path file, String name) throws IOException {
        var start = start(file);
        if (start.startsWith("PK")) {
            return inside(file);
        }
        var plain = start.strip();
        if (plain.startsWith("<")) {
            return new Feeds();
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (plain.startsWith("{") && !lower.endsWith(".jsonl") && Ghost.isGhost(file)) {
            return new Ghost(null);
        }
        return plain.startsWith("{") ? new Posts(null) : null;
    }

    /** A ZIP may hold posts.jsonl, or what Ghost exports, with pictures beside. */
    private static @Nullable Source inside(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var path = entry.getName();
                var last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                if (path.startsWith("__MACOSX/")) {
                    continue;
                }
                if (last.equals("posts.jsonl")) {
                    return new Posts(path);
                }
                if (last.endsWith(".ghost.json") || last.matches("ghost.*\\.json")) {
                    return new Ghost(path);
                }
            }
            return null;
        } catch (ZipException e) {
            return null;
        }
    }

    /** Its first letters, for whichever encoding of them. */
    private static String start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Bytes.beginning(in.readNBytes(4096));
        }
    }
}
