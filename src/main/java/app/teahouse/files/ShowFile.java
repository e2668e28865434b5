package app.teahouse.files;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a file out to somebody who may see it, whichever door they came through. */
@Component
public class ShowFile {
    static final Pattern KEY = Pattern.compile("([a-z2-7]{26})(?:-(\\d{1,5}))?");
    static final Duration YEAR = Duration.ofDays(365);

    private final Store store;
    private final Db db;

    ShowFile(Store store, Db db) {
        this.store = store;
        this.db = db;
    }

    /**
     * A file, or one size of a picture. Ranges are answered, so that sound and film can be entered in the middle.
     *
     * @throws Refusal {@code file.unknown}, also for a file that only readers of the circle may see
     */
    public ResponseEntity<Resource> show(Onlooker onlooker, String key) throws IOException {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw unknown();
        }
        var id = new FileId(Ids.parse(parts.group(1)));
        var found = db.sql("""
                select name, kind, type, shown, widths
                  from files.file
                 where circle_id = :circle and file_id = :file
                """)
                .with("circle", onlooker.circle())
                .with("file", id)
                .maybe((row, n) -> new Found(
                        row.getString(1),
                        Db.constant(Kind.class, row.getString(2)),
                        row.getString(3),
                        row.getBoolean(4),
                        (Integer[]) row.getArray(5).getArray()))
                .filter(file -> file.shown() || onlooker.mayRead())
                .orElseThrow(ShowFile::unknown);
        return send(
                found.key(id, parts.group(2)),
                found.name(),
                found.kind(),
                found.type(),
                CacheControl.maxAge(YEAR).cachePrivate().immutable());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(String name, Kind kind, String type, boolean shown, Integer[] widths) {

        /** The wished size, or the largest. */
        String key(FileId id, @Nullable String width) {
            if (widths.length == 0) {
                return id.key();
            }
            for (var known : widths) {
                if (width != null && known == Integer.parseInt(width)) {
                    return id.key(known);
                }
            }
            return id.key(widths[widths.length - 1]);
        }
    }

    ResponseEntity<Resource> send(String key, String name, Kind kind, String type, CacheControl cache)
            throws IOException {
        var path = store.path(key);
        Resource body =
                path.isPresent() ? new FileSystemResource(path.get()) : new InputStreamResource(store.read(key));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", FileName.disposition(kind.isShown(), name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(cache)
                .body(body);
    }

    static Refusal unknown() {
        return Refusal.notFound("file.unknown");
    }
}
