package app.teahouse.files;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An upload on its way in: a file in a folder of ours for as long as it is looked at. */
record Incoming(Path file, String name, Sniff sniff, long bytes) implements AutoCloseable {
    private static final Map<Kind, Long> MOST = Map.of(
            Kind.PICTURE, 20_000_000L,
            Kind.AUDIO, 200_000_000L,
            Kind.VIDEO, 500_000_000L,
            Kind.DOCUMENT, 100_000_000L,
            Kind.OTHER, 100_000_000L);
    private static final long MOST_OF_ALL = 500_000_000;

    /**
     * Takes an upload in, as much of it as may be.
     *
     * @throws Refusal {@code file.too-large}, {@code file.empty}, {@code file.heic}
     */
    static Incoming take(Path folder, String name, InputStream content) throws IOException {
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, "in", null);
        try {
            var bytes = copy(content, file);
            var clean = FileName.clean(name);
            var sniff = Sniff.of(file, clean);
            check(sniff.kind(), bytes);
            return new Incoming(file, clean, sniff, bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream content, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > MOST_OF_ALL) {
                    throw tooLarge(MOST_OF_ALL);
                }
                out.write(buffer, 0, read);
            }
            return total;
        }
    }

    private static void check(Kind kind, long bytes) {
        if (bytes == 0) {
            throw Refusal.invalid("file", "file.empty");
        }
        var most = MOST.getOrDefault(kind, MOST_OF_ALL);
        if (bytes > most) {
            throw tooLarge(most);
        }
    }

    private static Refusal tooLarge(long most) {
        return Refusal.invalid("file", "file.too-large").with("megabytes", most / 1_000_000);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
