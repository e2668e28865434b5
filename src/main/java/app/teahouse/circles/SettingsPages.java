package app.teahouse.circles;

import app.teahouse.circles.ChangeCircle.CircleText;
import app.teahouse.files.KeepFile;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Zones;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Manage › Settings: what the circle is called, what it says of itself, its rules. */
@Controller
class SettingsPages {
    private final Templates templates;
    private final Circles circles;
    private final CircleTexts texts;
    private final ChangeCircle changeCircle;
    private final ChangeAddress changeAddress;
    private final ChangeAbout changeAbout;
    private final ChangeRules changeRules;
    private final KeepFile keepFile;
    private final StoredFiles files;
    private final Limits limits;

    SettingsPages(
            Templates templates,
            Circles circles,
            CircleTexts texts,
            ChangeCircle changeCircle,
            ChangeAddress changeAddress,
            ChangeAbout changeAbout,
            ChangeRules changeRules,
            KeepFile keepFile,
            StoredFiles files,
            Limits limits) {
        this.templates = templates;
        this.circles = circles;
        this.texts = texts;
        this.changeCircle = changeCircle;
        this.changeAddress = changeAddress;
        this.changeAbout = changeAbout;
        this.changeRules = changeRules;
        this.keepFile = keepFile;
        this.files = files;
        this.limits = limits;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/settings";
    }

    @GetMapping("/c/{slug}/manage/settings")
    Page face(Partner partner, Frame frame) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var form = Form.blank(
                frame,
                "name",
                circle.name(),
                "promise",
                circle.promise(),
                "colour",
                circle.colour(),
                "cover",
                circle.cover(),
                "language",
                circle.language().toLanguageTag(),
                "zone",
                circle.zone().getId());
        return Page.of(templates.circlesSettings(
                frame, form, Zones.around(frame, circle.zone().getId())));
    }

    /** The picture is kept first: nothing slow is done while the circle's row is changed. */
    @PostMapping("/c/{slug}/manage/settings")
    Page changeFace(
            Staff staff,
            Partner partner,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return form.submit(
                () -> {
                    changeCircle.change(
                            partner,
                            new CircleText(
                                    form.value("name"),
                                    form.value("promise"),
                                    form.value("colour"),
                                    cover(staff, form, file),
                                    form.value("language"),
                                    form.value("zone")));
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> templates.circlesSettings(
                        frame,
                        again,
                        Zones.around(frame, partner.member().face().zone().getId())));
    }

    private @Nullable String cover(Staff staff, Form form, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return form.has("noCover") ? null : form.text("cover");
        }
        limits.take("upload", staff.account().value().toString(), 300, Duration.ofHours(1));
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var kept = keepFile.keepCover(staff, name == null ? "" : name, content);
            return files.coverUrl(staff.member().face().slug(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/c/{slug}/manage/settings/about")
    Page about(Partner partner, Frame frame) {
        var about = texts.about(partner.circle());
        return Page.of(templates.circlesAbout(frame, Form.blank(frame, "text", about.markdown())));
    }

    @PostMapping("/c/{slug}/manage/settings/about")
    Page changeAbout(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    changeAbout.change(partner, form.value("text"));
                    return Page.to(url(partner) + "/about").saying("web.saved");
                },
                again -> templates.circlesAbout(frame, again));
    }

    /** Markdown as it will look, for the editor. */
    @PostMapping("/c/{slug}/manage/settings/preview")
    ResponseEntity<String> preview(Partner partner, @RequestParam String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body(changeAbout.preview(partner, text).html());
    }

    @GetMapping("/c/{slug}/manage/settings/address")
    Page address(Partner partner, Frame frame) {
        return Page.of(templates.circlesAddress(
                frame, Form.blank(frame, "slug", partner.member().face().slug())));
    }

    @PostMapping("/c/{slug}/manage/settings/address")
    Page changeAddress(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var slug = form.value("slug").strip();
                    changeAddress.change(partner, slug);
                    return Page.to("/c/" + slug + "/manage/settings/address").saying("circles.address.changed");
                },
                again -> templates.circlesAddress(frame, again));
    }

    @GetMapping("/c/{slug}/manage/settings/rules")
    Page rules(Partner partner, Frame frame) {
        var rules = texts.rules(partner.circle());
        var form =
                Form.blank(frame, "text", rules.map(CircleTexts.Rules::markdown).orElse(""));
        return Page.of(templates.circlesRules(frame, form, rules.orElse(null)));
    }

    @PostMapping("/c/{slug}/manage/settings/rules")
    Page changeRules(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    changeRules.change(partner, form.value("text"));
                    return Page.to(url(partner) + "/rules").saying("circles.rules.changed");
                },
                again -> templates.circlesRules(
                        frame, again, texts.rules(partner.circle()).orElse(null)));
    }
}
