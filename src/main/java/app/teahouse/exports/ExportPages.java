package app.teahouse.exports;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Export. */
@Controller
class ExportPages {
    private final StartExport startExport;
    private final StopExport stopExport;
    private final ExportSheet sheet;
    private final Limits limits;
    private final Templates templates;

    ExportPages(StartExport startExport, StopExport stopExport, ExportSheet sheet, Limits limits, Templates templates) {
        this.startExport = startExport;
        this.stopExport = stopExport;
        this.sheet = sheet;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/export")
    Page exports(Owner owner, Frame frame) {
        return Page.of(templates.exportsList(frame, Form.blank(frame), url(owner), sheet.latest(owner)));
    }

    @PostMapping("/c/{slug}/manage/export")
    @WhileHalted
    Page start(Owner owner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    limit(limits, owner);
                    startExport.start(owner, form.value("passphrase"));
                    return Page.to(url(owner));
                },
                again -> templates.exportsList(frame, again, url(owner), sheet.latest(owner)));
    }

    static void limit(Limits limits, Owner owner) {
        limits.take("export", owner.circle().value().toString(), 10, Duration.ofHours(24));
    }

    @PostMapping("/c/{slug}/manage/export/{run}/stop")
    @WhileHalted
    Page stop(Owner owner, Frame frame, Form form, @PathVariable RunId run) {
        return form.submit(
                () -> {
                    stopExport.stop(owner, run);
                    return Page.to(url(owner)).saying("exports.stopped");
                },
                again -> templates.exportsList(frame, again, url(owner), sheet.latest(owner)));
    }

    @PostMapping("/c/{slug}/manage/export/{run}/removal")
    @WhileHalted
    Page remove(Owner owner, Frame frame, Form form, @PathVariable RunId run) {
        return form.submit(
                () -> {
                    stopExport.remove(owner, run);
                    return Page.to(url(owner)).saying("exports.removed");
                },
                again -> templates.exportsList(frame, again, url(owner), sheet.latest(owner)));
    }

    /** Ranges are answered, so that a browser can go on with a large one. */
    @GetMapping("/c/{slug}/manage/export/{run}/file")
    ResponseEntity<Resource> file(Owner owner, @PathVariable RunId run) {
        return send(owner, sheet, run);
    }

    static ResponseEntity<Resource> send(Owner owner, ExportSheet sheet, RunId run) {
        var file = sheet.file(owner, run);
        var name = owner.member().face().slug() + "-" + Ids.text(run).substring(0, 10) + ".zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    private static String url(Owner owner) {
        return "/c/" + owner.member().face().slug() + "/manage/export";
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab exportsTab() {
            return new Tab(Tab.Place.SETTINGS, 90, Tab.Who.OWNER, "exports.tab", "/manage/export");
        }
    }
}
