package app.teahouse.comps;

import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Guest passes: the list below Manage › Money, and giving or ending one from a member's page. {@link CompApi} is the other door. */
@Controller
class CompPages {
    private final Templates templates;
    private final CompSheet compSheet;
    private final GiveComp giveComp;
    private final EndComp endComp;
    private final Members members;
    private final Plans plans;

    CompPages(
            Templates templates,
            CompSheet compSheet,
            GiveComp giveComp,
            EndComp endComp,
            Members members,
            Plans plans) {
        this.templates = templates;
        this.compSheet = compSheet;
        this.giveComp = giveComp;
        this.endComp = endComp;
        this.members = members;
        this.plans = plans;
    }

    @GetMapping("/c/{slug}/manage/money/guests")
    Page list(Partner partner, Frame frame, @RequestParam(required = false) @Nullable CompId before) {
        return Page.of(templates.compsList(frame, compSheet.list(partner, before)));
    }

    @GetMapping("/c/{slug}/m/{number}/guest-pass")
    Page begin(Partner partner, Frame frame, @PathVariable String number) {
        return Page.of(form(partner, frame, number, Form.blank(frame)));
    }

    private JteModel form(Partner partner, Frame frame, String number, Form form) {
        var member = member(partner, number);
        var named = new LinkedHashMap<String, String>();
        named.put("", frame.t("comps.plan.all"));
        for (var plan : plans.all(partner.circle())) {
            if (plan.state() != Plan.State.WITHDRAWN) {
                named.put(Long.toString(plan.number()), plan.name());
            }
        }
        var has = compSheet.of(partner.member().face(), member).orElse(null);
        return templates.compsForm(frame, member, has, named, form);
    }

    private MemberCard member(Partner partner, String number) {
        return members.numbered(partner.circle(), number);
    }

    @PostMapping("/c/{slug}/m/{number}/guest-pass")
    Page give(Partner partner, Frame frame, @PathVariable String number, Form form) {
        return form.submit(
                () -> {
                    giveComp.give(
                            partner,
                            Members.number(number),
                            new GiveComp.Wish(plan(form), day(form), form.value("reason")));
                    return Page.to(sheet(partner, number)).saying("comps.given");
                },
                again -> form(partner, frame, number, again));
    }

    @PostMapping("/c/{slug}/m/{number}/guest-pass/removal")
    Page end(Partner partner, @PathVariable String number) {
        endComp.end(partner, Members.number(number));
        return Page.to(sheet(partner, number)).saying("comps.ended");
    }

    private static String sheet(Partner partner, String number) {
        return "/c/" + partner.member().face().slug() + "/m/" + number;
    }

    private static @Nullable Long plan(Form form) {
        var typed = form.text("plan");
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[0-9]{1,9}")) {
            throw Refusal.invalid("plan", "field.unknown-choice");
        }
        return Long.valueOf(typed);
    }

    /** Nothing is for good. */
    private static @Nullable LocalDate day(Form form) {
        var typed = form.text("until");
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("until", "comp.day");
        }
    }
}
