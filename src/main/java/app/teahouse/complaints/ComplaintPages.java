package app.teahouse.complaints;

import app.teahouse.complaints.SettleComplaint.Verdict;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.verdicts.VerdictForm;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** On the operator's desk: what members say of circles and of those who lead them. {@link ComplaintApi} is the other door. */
@Controller
class ComplaintPages {
    private static final String HERE = "/site/complaints";

    private final Templates templates;
    private final Complaints complaints;
    private final SettleComplaint settleComplaint;

    ComplaintPages(Templates templates, Complaints complaints, SettleComplaint settleComplaint) {
        this.templates = templates;
        this.complaints = complaints;
        this.settleComplaint = settleComplaint;
    }

    @GetMapping(HERE)
    Page list(
            Operator operator,
            Frame frame,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(required = false) @Nullable ComplaintId after) {
        return Page.of(
                templates.complaintsList(frame, settled, complaints.page(operator, settled, after), Form.blank(frame)));
    }

    @PostMapping(HERE + "/{circle}/{complaint}/verdict")
    Page settle(
            Operator operator,
            Frame frame,
            Form form,
            @PathVariable CircleId circle,
            @PathVariable ComplaintId complaint) {
        return form.submit(
                () -> {
                    settleComplaint.settle(
                            operator,
                            circle,
                            complaint,
                            new SettleComplaint.Wish(
                                    verdict(form.value("verdict")),
                                    form.value("reason"),
                                    VerdictForm.days(form.value("days")),
                                    form.has("alone", "true")));
                    return Page.to(HERE).saying("complaints.settled");
                },
                again -> templates.complaintsList(frame, false, complaints.page(operator, false, null), again));
    }

    static Verdict verdict(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> Db.name(verdict).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("verdict", "field.unknown-choice"));
    }
}
