package app.teahouse.reports;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Members;
import app.teahouse.reports.Report.Reason;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form on which members report. {@link ReportApi} is the other door. */
@Controller
class ReportPages {
    private final Templates templates;
    private final Things things;
    private final Reports reports;
    private final MakeReport makeReport;
    private final Members members;

    ReportPages(Templates templates, Things things, Reports reports, MakeReport makeReport, Members members) {
        this.templates = templates;
        this.things = things;
        this.reports = reports;
        this.makeReport = makeReport;
        this.members = members;
    }

    /** Of the circle as a whole, where nothing else is named. */
    @GetMapping("/c/{slug}/reports/new")
    Page write(
            Member member,
            Frame frame,
            @RequestParam(defaultValue = "circle") String kind,
            @RequestParam(required = false) @Nullable String key) {
        var thing = things.kind(kind).seen(member, key == null ? member.face().slug() : key);
        var before = reports.by(member.circle(), thing.kind(), thing.id(), member.account());
        var form = before.map(said -> Form.blank(frame, "reason", Db.name(said.reason()), "note", said.note()))
                .orElseGet(() -> Form.blank(frame));
        return Page.of(templates.reportsWrite(frame, thing, isAbove(member, thing), before.isPresent(), form));
    }

    @PostMapping("/c/{slug}/reports")
    @NoSurface("Only those who decide read it; who is muted may report")
    @WhileHalted
    Page report(Member member, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var thing = makeReport.report(
                            member,
                            new MakeReport.Wish(
                                    form.value("kind"),
                                    form.value("key"),
                                    reason(form.value("reason")),
                                    form.value("note")));
                    return Page.to("/c/" + member.face().slug() + thing.path()).saying("reports.sent");
                },
                again -> again(member, frame, again));
    }

    private JteModel again(Member member, Frame frame, Form form) {
        var thing = things.kind(form.value("kind")).seen(member, form.value("key"));
        return templates.reportsWrite(frame, thing, isAbove(member, thing), false, form);
    }

    /** Of the circle itself, and of those who lead it, its staff don't decide. */
    private boolean isAbove(Member member, ThingView thing) {
        return thing.author() == null
                ? thing.id().equals(member.circle().value())
                : members.card(member.circle(), thing.author())
                        .filter(card -> card.role().leads())
                        .isPresent();
    }

    static Reason reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> Db.name(reason).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("reason", "report.reason"));
    }
}
