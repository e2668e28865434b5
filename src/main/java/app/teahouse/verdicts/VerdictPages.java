package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** On the operator's desk: what was decided about circles, and which appeals wait. {@link VerdictApi} is the other door. */
@Controller
class VerdictPages {
    private final Templates templates;
    private final Verdicts verdicts;
    private final MakeVerdict makeVerdict;
    private final EndVerdict endVerdict;
    private final Appeal appeal;

    VerdictPages(
            Templates templates, Verdicts verdicts, MakeVerdict makeVerdict, EndVerdict endVerdict, Appeal appeal) {
        this.templates = templates;
        this.verdicts = verdicts;
        this.makeVerdict = makeVerdict;
        this.endVerdict = endVerdict;
        this.appeal = appeal;
    }

    @GetMapping("/site/verdicts")
    Page all(Operator operator, Frame frame, @RequestParam(required = false) @Nullable VerdictId before) {
        return Page.of(templates.verdictsDesk(frame, verdicts.waiting(operator), verdicts.all(operator, before)));
    }

    @GetMapping("/site/circles/{circle}/verdicts")
    Page ofCircle(Operator operator, Frame frame, @PathVariable CircleId circle) {
        return Page.of(circlePage(operator, frame, circle, Form.blank(frame, "kind", "warned")));
    }

    private JteModel circlePage(Operator operator, Frame frame, CircleId circle, Form form) {
        return templates.verdictsCircle(
                frame,
                verdicts.face(operator, circle),
                verdicts.of(operator, circle, null),
                verdicts.nearness(operator, circle),
                form);
    }

    @PostMapping("/site/circles/{circle}/verdicts")
    Page make(Operator operator, Frame frame, Form form, @PathVariable CircleId circle) {
        return form.submit(
                () -> {
                    var wish = new MakeVerdict.Wish(
                            VerdictForm.kind(form.value("kind")),
                            form.value("reason"),
                            VerdictForm.days(form.value("days")),
                            form.has("urgent", "true"),
                            null,
                            form.has("alone", "true"));
                    makeVerdict.make(operator, circle, wish);
                    return Page.to(url(circle)).saying("verdicts.made");
                },
                again -> circlePage(operator, frame, circle, again));
    }

    @GetMapping("/site/circles/{circle}/verdicts/{verdict}")
    Page one(Operator operator, Frame frame, @PathVariable CircleId circle, @PathVariable VerdictId verdict) {
        return Page.of(onePage(operator, frame, circle, verdict, Form.blank(frame)));
    }

    private JteModel onePage(Operator operator, Frame frame, CircleId circle, VerdictId verdict, Form form) {
        return templates.verdictsSettle(
                frame, verdicts.one(operator, circle, verdict), verdicts.nearness(operator, circle), form);
    }

    @PostMapping("/site/circles/{circle}/verdicts/{verdict}/lines")
    Page answer(
            Operator operator, Frame frame, Form form, @PathVariable CircleId circle, @PathVariable VerdictId verdict) {
        return form.submit(
                () -> {
                    appeal.answer(operator, circle, verdict, form.value("text"));
                    return Page.to(url(circle) + "/" + Ids.text(verdict)).saying("verdicts.answered");
                },
                again -> onePage(operator, frame, circle, verdict, again));
    }

    @PostMapping("/site/circles/{circle}/verdicts/{verdict}/end")
    Page end(
            Operator operator, Frame frame, Form form, @PathVariable CircleId circle, @PathVariable VerdictId verdict) {
        return form.submit(
                () -> {
                    endVerdict.end(operator, circle, verdict, form.value("reason"), form.has("alone", "true"));
                    return Page.to(url(circle) + "/" + Ids.text(verdict)).saying("verdicts.ended");
                },
                again -> onePage(operator, frame, circle, verdict, again));
    }

    private static String url(CircleId circle) {
        return "/site/circles/" + circle.value() + "/verdicts";
    }
}
