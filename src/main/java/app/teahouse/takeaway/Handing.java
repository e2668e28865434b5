package app.teahouse.takeaway;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a finished file out as a download that no cache keeps. Ranges are answered, so that a broken download goes on. */
public final class Handing {
    private static final MediaType EPUB = MediaType.parseMediaType("application/epub+zip");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private Handing() {}

    static ResponseEntity<Resource> out(Path file, String name) {
        return out(new FileSystemResource(file), name);
    }

    public static ResponseEntity<Resource> out(Resource file, String name) {
        return ResponseEntity.ok()
                .contentType(name.endsWith(".epub") ? EPUB : ZIP)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(file);
    }
}
