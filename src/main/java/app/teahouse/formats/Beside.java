package app.teahouse.formats;

import java.io.IOException;
import java.util.zip.ZipFile;

/** What lies in a ZIP beside the file that is translated comes along, as it is. */
final class Beside {
    private static final int MOST_FILES = 45_000;

    /** What is packed a hundred times smaller than it is, and large, is a bomb and no picture. */
    private static final long MOST_BYTES = 2_000_000_000;

    private Beside() {}

    static void copy(ZipFile zip, String entry, Translation translation) throws IOException {
        var folder = entry.substring(0, entry.lastIndexOf('/') + 1);
        var files = 0;
        var bytes = 0L;
        for (var entries = zip.entries(); entries.hasMoreElements() && files < MOST_FILES; ) {
            var other = entries.nextElement();
            var path = other.getName().replace('\\', '/');
            if (other.isDirectory()
                    || path.equals(entry)
                    || !path.startsWith(folder)
                    || path.endsWith(".md")
                    || path.contains("..")) {
                continue;
            }
            bytes += Math.max(0, other.getSize());
            if (bytes > MOST_BYTES) {
                translation.fault(path, "too-many-files", "");
                return;
            }
            files++;
            try (var in = zip.getInputStream(other)) {
                translation.file(path.substring(folder.length()), in, other.getSize());
            }
        }
    }
}
