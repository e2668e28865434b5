package app.teahouse.files;

import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.On;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files as a program brings them. */
@RestController
class FileApi {
    private final KeepFile keepFile;
    private final Limits limits;

    FileApi(KeepFile keepFile, Limits limits) {
        this.keepFile = keepFile;
        this.limits = limits;
    }

    @PostMapping("/api/v1/circles/{slug}/files")
    @ResponseStatus(HttpStatus.CREATED)
    FileJson upload(@On(Surface.UPLOAD) Speaker speaker, @RequestParam MultipartFile file) throws IOException {
        limits.take("upload", speaker.account().value().toString(), 300, Duration.ofHours(1));
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var kept = keepFile.keep(speaker, name == null ? "" : name, content);
            return new FileJson(kept.address(), kept.name(), kept.markdown());
        }
    }

    /** {@code markdown} is what to write into a text to show the file. */
    record FileJson(String address, String name, String markdown) {}
}
