package app.teahouse.guard;

import app.teahouse.kernel.Partner;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Settings › Reading: the newcomer window and the protection of words, each with what it costs. */
@Controller
class ReadingPages {
    private static final int USUAL_DAYS = 14;
    private static final int USUAL_BEFORE = 7;

    private final ChangeReading changeReading;
    private final Templates templates;

    ReadingPages(ChangeReading changeReading, Templates templates) {
        this.changeReading = changeReading;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/settings/reading")
    Page show(Partner partner, Frame frame) {
        var rules = changeReading.rules(partner);
        var newcomers = rules.newcomers();
        return Page.of(templates.guardSettings(
                frame,
                Form.blank(
                        frame,
                        "protect",
                        rules.isProtected(),
                        "window",
                        newcomers != null,
                        "days",
                        newcomers == null ? USUAL_DAYS : newcomers.days(),
                        "before",
                        newcomers == null ? USUAL_BEFORE : newcomers.before())));
    }

    @PostMapping("/c/{slug}/manage/settings/reading")
    Page change(Partner partner, Form form, Frame frame) {
        return form.submit(
                () -> {
                    changeReading.change(
                            partner,
                            new ChangeReading.Asked(
                                    form.has("protect"),
                                    form.has("window"),
                                    number(form.text("days")),
                                    number(form.text("before"))));
                    return Page.to("/c/" + partner.member().face().slug() + "/manage/settings/reading")
                            .saying("web.saved");
                },
                again -> templates.guardSettings(frame, again));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }
}
