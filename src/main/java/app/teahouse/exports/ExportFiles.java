package app.teahouse.exports;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Settings;
import app.teahouse.packing.ZipOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;

/** Where exports lie: in the data folder, one file a run, and two while it is written. */
@Component
class ExportFiles {
    private final Path folder;

    ExportFiles(Settings settings) {
        this.folder = settings.data().resolve("exports");
    }

    Path file(RunId run) {
        return folder.resolve(Ids.text(run) + ".zip");
    }

    private Path part(RunId run) {
        return folder.resolve(Ids.text(run) + ".part");
    }

    private Path directory(RunId run) {
        return folder.resolve(Ids.text(run) + ".directory");
    }

    /** Goes on with what there is, even if it was finished and nobody wrote that down. */
    ZipOut open(RunId run, ZipOut.Mark mark) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(file(run))) {
            Files.move(file(run), part(run), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return ZipOut.open(part(run), directory(run), mark);
    }

    /** From now on it can be fetched; answers how large it is. */
    long finish(RunId run) throws IOException {
        Files.move(part(run), file(run), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Files.size(file(run));
    }

    /** Nobody goes on with it. */
    void tidy(RunId run) throws IOException {
        Files.deleteIfExists(directory(run));
    }

    void forget(RunId run) {
        try {
            Files.deleteIfExists(part(run));
            Files.deleteIfExists(directory(run));
            Files.deleteIfExists(file(run));
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
