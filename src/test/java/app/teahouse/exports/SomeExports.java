package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exports for tests: asked for and written at once. */
@Component
public class SomeExports {
    private final StartExport startExport;
    private final WorkExports workExports;
    private final ExportSheet sheet;
    private final Clock clock;

    SomeExports(StartExport startExport, WorkExports workExports, ExportSheet sheet, Clock clock) {
        this.startExport = startExport;
        this.workExports = workExports;
        this.sheet = sheet;
        this.clock = clock;
    }

    public Path export(Owner owner, @Nullable String passphrase) {
        var run = startExport.start(owner, passphrase);
        work(owner, run);
        return sheet.file(owner, run);
    }

    void work(Owner owner, RunId run) {
        for (var i = 0; i < 5_000 && sheet.one(owner, run).isRunning(); i++) {
            workExports.step(clock.instant());
        }
        assertThat(sheet.one(owner, run).state()).isEqualTo("done");
    }

    /** All entries as text, those with bytes as their length; without what may differ. */
    public static Map<String, String> entries(Path file) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (!entry.getName().equals("about.json")) {
                    var bytes = zip.getInputStream(entry).readAllBytes();
                    entries.put(
                            entry.getName(),
                            entry.getName().startsWith("files/")
                                    ? bytes.length + " bytes"
                                    : new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return entries;
    }
}
