package app.teahouse.imports;

import app.teahouse.formats.Wishes;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: bring an archive, look at what would come, start, watch, stop. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/imports")
class ImportApi {
    private final ReadArchive readArchive;
    private final FetchFeed fetchFeed;
    private final BeginImport beginImport;
    private final StopImport stopImport;
    private final RunSheet sheet;
    private final Limits limits;

    ImportApi(
            ReadArchive readArchive,
            FetchFeed fetchFeed,
            BeginImport beginImport,
            StopImport stopImport,
            RunSheet sheet,
            Limits limits) {
        this.readArchive = readArchive;
        this.fetchFeed = fetchFeed;
        this.beginImport = beginImport;
        this.stopImport = stopImport;
        this.sheet = sheet;
        this.limits = limits;
    }

    record ArticleJson(String title, Instant publishedAt, String author) {}

    record OddityJson(String path, String code, String detail) {}

    /** {@code known}: nobody asked to fetch them yet. */
    record PicturesJson(int known, int waiting, int fetched, int failed) {}

    /**
     * An import. While it is ready, {@code already} of its articles are in the circle, and some are shown; afterwards there is a report.
     */
    record ImportJson(
            UUID id,
            String state,
            String fileName,
            Instant madeAt,
            int articles,
            int imported,
            int already,
            int picturesAway,
            int hosts,
            PicturesJson pictures,
            List<ArticleJson> someArticles,
            List<OddityJson> oddities) {

        static ImportJson of(RunView run) {
            var away = run.away();
            return new ImportJson(
                    Ids.parse(run.id()),
                    run.state(),
                    run.fileName(),
                    run.madeAt(),
                    run.total(),
                    run.done(),
                    run.already(),
                    run.pictures(),
                    run.hosts(),
                    new PicturesJson(away.known(), away.waiting(), away.fetched(), away.failed()),
                    run.articles().stream()
                            .map(one -> new ArticleJson(one.title(), one.publishedAt(), one.author()))
                            .toList(),
                    run.oddities().stream()
                            .map(odd -> new OddityJson(odd.path(), odd.code(), odd.detail()))
                            .toList());
        }
    }

    record BriefJson(UUID id, String state, String fileName, Instant madeAt, int articles, int imported, int already) {}

    record ImportsJson(List<BriefJson> items) {}

    @GetMapping
    ImportsJson all(Staff staff) {
        return new ImportsJson(sheet.latest(staff).stream()
                .map(run -> new BriefJson(
                        Ids.parse(run.id()),
                        run.state(),
                        run.fileName(),
                        run.madeAt(),
                        run.total(),
                        run.done(),
                        run.same()))
                .toList());
    }

    /** Of Ghost's export, drafts, pages and what readers paid for come only if they are wished for. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportJson bring(
            Staff staff,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean drafts,
            @RequestParam(defaultValue = "false") boolean pages,
            @RequestParam(defaultValue = "false") boolean paid,
            @RequestParam(defaultValue = "") String site)
            throws IOException {
        if (file.isEmpty()) {
            throw Refusal.invalid("file", "field.missing");
        }
        limits.take("import", staff.account().value().toString(), 20, Duration.ofHours(1));
        var name = file.getOriginalFilename();
        var wishes = new Wishes(drafts, pages, paid || !staff.member().face().publicReading(), site);
        try (var content = file.getInputStream()) {
            return ImportJson.of(
                    sheet.read(staff, readArchive.read(staff, name == null ? "archive.zip" : name, content, wishes)));
        }
    }

    record FeedJson(String address) {}

    @PostMapping("/feeds")
    @ResponseStatus(HttpStatus.CREATED)
    ImportJson fetch(Staff staff, @RequestBody FeedJson feed) {
        limits.take("import", staff.account().value().toString(), 20, Duration.ofHours(1));
        return ImportJson.of(sheet.read(staff, fetchFeed.read(staff, feed.address())));
    }

    @GetMapping("/{run}")
    ImportJson one(Staff staff, @PathVariable RunId run) {
        return ImportJson.of(sheet.read(staff, run));
    }

    record StartJson(boolean fetchPictures) {}

    @PostMapping("/{run}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(Staff staff, @PathVariable RunId run, @RequestBody StartJson wish) {
        beginImport.begin(staff, run, wish.fetchPictures());
    }

    @PostMapping("/{run}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Staff staff, @PathVariable RunId run) {
        stopImport.stop(staff, run);
    }
}
