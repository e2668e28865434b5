package app.teahouse.packing;

import app.teahouse.kernel.Refusal;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive that came in. Nothing of it is ever laid down under a name that it chooses; an entry is read as far as it may be large,
 * whatever it says of its size.
 */
public final class ZipIn implements Closeable {
    private static final int MOST_ENTRIES = 5_000_000;
    private static final int MOST_PART = 64_000_000;
    private static final Pattern KNOWN = Pattern.compile(
            "(?:circle|about)\\.json|people/\\d{6}\\.jsonl|data/[a-z_]{1,40}\\.[a-z_]{1,40}/\\d{6}\\.jsonl"
                    + "|posts/(?:waiting-)?[0-9a-f-]{1,40}\\.md|files/[0-9a-f]{64}\\.[a-z0-9]{1,4}");

    private final ZipFile zip;

    private ZipIn(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Refusal {@code luggage.no-zip} */
    public static ZipIn open(Path file) throws IOException {
        try {
            return new ZipIn(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException e) {
            throw Refusal.invalid("file", "luggage.no-zip");
        }
    }

    /**
     * What an archive holds beside what it should.
     *
     * @param bytes unpacked, as it says itself
     */
    public record Look(long strange, long bytes) {}

    /** @throws Refusal {@code luggage.too-many}, {@code luggage.twice} */
    public Look look() {
        if (zip.size() > MOST_ENTRIES) {
            throw Refusal.invalid("file", "luggage.too-many").with("most", MOST_ENTRIES);
        }
        var names = new long[zip.size()];
        var strange = 0L;
        var bytes = 0L;
        var at = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            names[at++] = hash(entry.getName());
            bytes += Math.max(0, entry.getSize());
            if (!KNOWN.matcher(entry.getName()).matches()) {
                strange++;
            }
        }
        Arrays.sort(names);
        for (var i = 1; i < names.length; i++) {
            if (names[i] == names[i - 1]) {
                throw Refusal.invalid("file", "luggage.twice");
            }
        }
        return new Look(strange, bytes);
    }

    private static long hash(String name) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** @throws Refusal {@code luggage.damaged}, {@code luggage.part-too-large} */
    public Optional<byte[]> read(String name) throws IOException {
        return read(name, MOST_PART);
    }

    public Optional<byte[]> read(String name, int most) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Refusal.invalid("file", "luggage.part-too-large").with("path", name);
            }
            return Optional.of(bytes);
        } catch (ZipException | EOFException e) {
            throw damaged(name);
        }
    }

    /** Whoever reads it bounds it. */
    Optional<InputStream> stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(open(entry));
    }

    private InputStream open(ZipEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (ZipException e) {
            throw damaged(entry.getName());
        }
    }

    static Refusal damaged(String name) {
        return Refusal.invalid("file", "luggage.damaged").with("path", name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
