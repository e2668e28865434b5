package app.teahouse.imports;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where uploaded archives wait until they are imported: in the data folder, one file a run. */
@Component
class Archives {
    private static final long MOST_BYTES = 500_000_000;

    private final Path folder;

    Archives(Settings settings) {
        this.folder = settings.data().resolve("imports");
    }

    Path file(RunId run) {
        return folder.resolve(Ids.text(run) + ".zip");
    }

    void keep(RunId run, InputStream content) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(file(run))) {
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

    void forget(RunId run) throws IOException {
        Files.deleteIfExists(file(run));
    }
}
