package app.teahouse.files;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.security.Limits;
import app.teahouse.web.On;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in and hands them out, to those who may read the circle. */
@Controller
class FilePages {
    private static final Pattern KEY = Pattern.compile("([a-z2-7]{26})(?:-(\\d{1,5}))?");
    private static final Duration YEAR = Duration.ofDays(365);

    private final KeepFile keepFile;
    private final Store store;
    private final Db db;
    private final Limits limits;

    FilePages(KeepFile keepFile, Store store, Db db, Limits limits) {
        this.keepFile = keepFile;
        this.store = store;
        this.db = db;
        this.limits = limits;
    }

    /** For the editor: answers what to write into the text. */
    @PostMapping("/c/{slug}/files")
    @ResponseBody
    Map<String, String> upload(@On(Surface.UPLOAD) Speaker speaker, @RequestParam MultipartFile file)
            throws IOException {
        limits.take("upload", speaker.account().value().toString(), 300, Duration.ofHours(1));
        try (InputStream content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var kept = keepFile.keep(speaker, name == null ? "" : name, content);
            return Map.of("markdown", kept.markdown(), "address", kept.address());
        }
    }

    /** A file, or one size of a picture. Ranges are answered, so that sound and film can be entered in the middle. */
    @GetMapping("/c/{slug}/f/{key}")
    ResponseEntity<Resource> file(Onlooker onlooker, @PathVariable String key) throws IOException {
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
                .orElseThrow(FilePages::unknown);
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
        String key(FileId id, @org.jspecify.annotations.Nullable String width) {
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

    @GetMapping("/portraits/{account}/{key}")
    ResponseEntity<Resource> portrait(Visitor visitor, @PathVariable AccountId account, @PathVariable String key)
            throws IOException {
        var parts = KEY.matcher(key);
        if (!parts.matches() || parts.group(2) == null) {
            throw unknown();
        }
        var type = db.sql("""
                select type
                  from files.portrait
                 where account_id = :account and file_id = :file and :width = any(widths)
                """)
                .with("account", account)
                .with("file", new FileId(Ids.parse(parts.group(1))))
                .with("width", Integer.valueOf(parts.group(2)))
                .maybe(String.class)
                .orElseThrow(FilePages::unknown);
        return send(
                key,
                "portrait",
                Kind.PICTURE,
                type,
                CacheControl.maxAge(YEAR).cachePublic().immutable());
    }

    private ResponseEntity<Resource> send(String key, String name, Kind kind, String type, CacheControl cache)
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

    private static Refusal unknown() {
        return Refusal.notFound("file.unknown");
    }
}
