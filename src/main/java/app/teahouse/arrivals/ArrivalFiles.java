package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.packing.ZipIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where archives wait and are read: in the data folder, one file for each circle that comes in. */
@Component
class ArrivalFiles {
    static final long MOST_BYTES = 600_000_000;

    private final Path folder;

    /** An archive with a million entries takes a second to open, so it stays open while it is worked on. */
    private final Map<CircleId, ZipIn> open = new ConcurrentHashMap<>();

    ArrivalFiles(Settings settings) {
        this.folder = settings.data().resolve("arrivals");
    }

    private Path file(CircleId circle) {
        return folder.resolve(Ids.text(circle) + ".zip");
    }

    /** @throws Refusal {@code file.too-large} */
    void keep(CircleId circle, InputStream content) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(file(circle))) {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    throw Refusal.invalid("file", "file.too-large").with("megabytes", MOST_BYTES / 1_000_000);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    ZipIn read(CircleId circle) throws IOException {
        var known = open.get(circle);
        if (known == null) {
            known = ZipIn.open(file(circle));
            open.put(circle, known);
        }
        return known;
    }

    void forget(CircleId circle) {
        var known = open.remove(circle);
        try {
            if (known != null) {
                known.close();
            }
            Files.deleteIfExists(file(circle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long free() {
        try {
            return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
