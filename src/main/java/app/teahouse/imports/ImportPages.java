package app.teahouse.imports;

import app.teahouse.formats.Wishes;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Manage › Content: archives come in. */
@Controller
class ImportPages {
    private final ReadArchive readArchive;
    private final FetchFeed fetchFeed;
    private final BeginImport beginImport;
    private final StopImport stopImport;
    private final RunSheet sheet;
    private final Limits limits;
    private final Templates templates;

    ImportPages(
            ReadArchive readArchive,
            FetchFeed fetchFeed,
            BeginImport beginImport,
            StopImport stopImport,
            RunSheet sheet,
            Limits limits,
            Templates templates) {
        this.readArchive = readArchive;
        this.fetchFeed = fetchFeed;
        this.beginImport = beginImport;
        this.stopImport = stopImport;
        this.sheet = sheet;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/content")
    Page imports(Staff staff, Frame frame) {
        return Page.of(templates.importsList(frame, Form.blank(frame), url(staff), sheet.latest(staff)));
    }

    @PostMapping("/c/{slug}/manage/content")
    Page upload(
            Staff staff,
            Frame frame,
            Form form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        return form.submit(
                () -> Page.to(url(staff) + "/" + Ids.text(read(staff, form, file))),
                again -> templates.importsList(frame, again, url(staff), sheet.latest(staff)));
    }

    private RunId read(Staff staff, Form form, @Nullable MultipartFile file) {
        var address = form.text("address");
        if (address == null && (file == null || file.isEmpty())) {
            throw Refusal.invalid("file", "field.missing");
        }
        limits.take("import", staff.account().value().toString(), 20, Duration.ofHours(1));
        return file == null || file.isEmpty()
                ? fetchFeed.read(staff, Objects.requireNonNull(address))
                : read(staff, file, wishes(staff, form));
    }

    /** Where everybody reads, what readers paid for stays out unless it is wished for. */
    private static Wishes wishes(Staff staff, Form form) {
        var site = form.text("site");
        var paid = form.has("paid") || !staff.member().face().publicReading();
        return new Wishes(form.has("drafts"), form.has("pages"), paid, site == null ? "" : site);
    }

    private RunId read(Staff staff, MultipartFile file, Wishes wishes) {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return readArchive.read(staff, name == null ? "archive.zip" : name, content, wishes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/c/{slug}/manage/content/{run}")
    Page run(
            Staff staff, Frame frame, @PathVariable RunId run, @RequestParam(required = false) @Nullable String after) {
        return Page.of(templates.importsRun(
                frame, Form.blank(frame, "fetch", "true"), url(staff), sheet.read(staff, run, after)));
    }

    @PostMapping("/c/{slug}/manage/content/{run}/start")
    Page begin(Staff staff, Frame frame, Form form, @PathVariable RunId run) {
        return form.submit(
                () -> {
                    beginImport.begin(staff, run, form.has("fetch"));
                    return Page.to(url(staff) + "/" + Ids.text(run));
                },
                again -> templates.importsRun(frame, again, url(staff), sheet.read(staff, run)));
    }

    @PostMapping("/c/{slug}/manage/content/{run}/stop")
    Page stop(Staff staff, Frame frame, Form form, @PathVariable RunId run) {
        return form.submit(
                () -> {
                    stopImport.stop(staff, run);
                    return Page.to(url(staff)).saying("imports.cancelled");
                },
                again -> templates.importsRun(frame, again, url(staff), sheet.read(staff, run)));
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/content";
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab importsTab() {
            return new Tab(Tab.Place.CONTENT, 80, Tab.Who.STAFF, "imports.tab", "/manage/content");
        }
    }
}
