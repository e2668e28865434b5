package app.teahouse.verdicts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the operator decided about a circle, for those who lead it; its owner appeals here. {@link VerdictApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/manage/verdicts")
class AppealPages {
    private final Templates templates;
    private final Verdicts verdicts;
    private final Appeal appeal;

    AppealPages(Templates templates, Verdicts verdicts, Appeal appeal) {
        this.templates = templates;
        this.verdicts = verdicts;
        this.appeal = appeal;
    }

    @GetMapping
    Page list(Partner partner, Frame frame, @RequestParam(required = false) @Nullable VerdictId before) {
        return Page.of(templates.verdictsList(frame, verdicts.of(partner, before)));
    }

    @GetMapping("/{verdict}")
    Page one(Partner partner, Frame frame, @PathVariable VerdictId verdict) {
        return Page.of(templates.verdictsAppeal(frame, verdicts.one(partner, verdict), Form.blank(frame)));
    }

    @PostMapping("/{verdict}/lines")
    @WhileHalted
    Page write(Owner owner, Partner partner, Frame frame, Form form, @PathVariable VerdictId verdict) {
        return form.submit(
                () -> {
                    appeal.write(owner, verdict, form.value("text"));
                    return Page.to("/c/" + owner.member().face().slug() + "/manage/verdicts/" + Ids.text(verdict))
                            .saying("verdicts.appealed");
                },
                again -> templates.verdictsAppeal(frame, verdicts.one(partner, verdict), again));
    }
}
