package app.teahouse.files;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.security.Limits;
import app.teahouse.web.On;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
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
    private final KeepFile keepFile;
    private final ShowFile showFile;
    private final Db db;
    private final Limits limits;

    FilePages(KeepFile keepFile, ShowFile showFile, Db db, Limits limits) {
        this.keepFile = keepFile;
        this.showFile = showFile;
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

    @GetMapping("/c/{slug}/f/{key}")
    ResponseEntity<Resource> file(Onlooker onlooker, @PathVariable String key) throws IOException {
        return showFile.show(onlooker, key);
    }

    @GetMapping("/portraits/{account}/{key}")
    ResponseEntity<Resource> portrait(Visitor visitor, @PathVariable AccountId account, @PathVariable String key)
            throws IOException {
        var parts = ShowFile.KEY.matcher(key);
        if (!parts.matches() || parts.group(2) == null) {
            throw ShowFile.unknown();
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
                .orElseThrow(ShowFile::unknown);
        return showFile.send(
                key,
                "portrait",
                Kind.PICTURE,
                type,
                CacheControl.maxAge(ShowFile.YEAR).cachePublic().immutable());
    }
}
