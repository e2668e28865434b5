package app.teahouse.screening;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.membertags.MemberTags;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Screening: the rules, what each found and what staff thought of it, and a trial before one is switched on. */
@Controller
class RulePages {
    private final Rules rules;
    private final WriteRule writeRule;
    private final TryRule tryRule;
    private final HitList hitList;
    private final MemberTags tags;
    private final Limits limits;
    private final Templates templates;

    RulePages(
            Rules rules,
            WriteRule writeRule,
            TryRule tryRule,
            HitList hitList,
            MemberTags tags,
            Limits limits,
            Templates templates) {
        this.rules = rules;
        this.writeRule = writeRule;
        this.tryRule = tryRule;
        this.hitList = hitList;
        this.tags = tags;
        this.limits = limits;
        this.templates = templates;
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/manage/screening";
    }

    private static String url(Partner partner, RuleId id) {
        return url(partner.member()) + "/" + Ids.text(id);
    }

    @GetMapping("/c/{slug}/manage/screening")
    Page list(Staff staff, Frame frame) {
        return Page.of(templates.screeningList(
                frame,
                hitList.with(staff.circle(), rules.of(staff.circle())),
                staff.role().leads()));
    }

    @GetMapping("/c/{slug}/manage/screening/new")
    Page blank(Partner partner, Frame frame, @RequestParam(defaultValue = "words") String kind) {
        var chosen = kind(kind);
        return Page.of(templates.screeningWrite(
                frame, RuleForm.blank(frame, chosen), chosen, null, tags.all(partner.circle())));
    }

    private static RuleKind kind(String name) {
        for (var kind : RuleKind.values()) {
            if (Db.name(kind).equals(name)) {
                return kind;
            }
        }
        throw Refusal.notFound("screening.unknown");
    }

    @PostMapping("/c/{slug}/manage/screening/new")
    Page make(Partner partner, Form form, Frame frame, @RequestParam(defaultValue = "words") String kind) {
        limits.take("screening", partner.account().value().toString(), 60, Duration.ofMinutes(10));
        var chosen = kind(kind);
        return form.submit(
                () -> Page.to(url(partner, writeRule.make(partner, RuleForm.read(form, chosen))))
                        .saying("screening.made"),
                again -> templates.screeningWrite(frame, again, chosen, null, tags.all(partner.circle())));
    }

    @GetMapping("/c/{slug}/manage/screening/{id}")
    Page one(
            Staff staff,
            Frame frame,
            @PathVariable RuleId id,
            @RequestParam(required = false) @Nullable RuleId before) {
        var rule = rules.one(staff.circle(), id);
        var slug = staff.member().face().slug();
        return Page.of(templates.screeningOne(
                frame,
                new HitList.RuleView(rule, hitList.counts(staff.circle()).getOrDefault(id, HitList.Counts.NONE)),
                tryRule.last(staff.circle(), rule, slug).orElse(null),
                hitList.page(staff.circle(), slug, id, before == null ? null : before.value()),
                staff.role().leads(),
                tags.all(staff.circle())));
    }

    @GetMapping("/c/{slug}/manage/screening/{id}/edit")
    Page edit(Partner partner, Frame frame, @PathVariable RuleId id) {
        var rule = rules.one(partner.circle(), id);
        return Page.of(templates.screeningWrite(
                frame, RuleForm.of(frame, rule), rule.kind(), rule, tags.all(partner.circle())));
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/edit")
    Page change(Partner partner, Form form, Frame frame, @PathVariable RuleId id) {
        limits.take("screening", partner.account().value().toString(), 60, Duration.ofMinutes(10));
        var rule = rules.one(partner.circle(), id);
        return form.submit(
                () -> {
                    writeRule.change(partner, id, RuleForm.read(form, rule.kind()));
                    return Page.to(url(partner, id)).saying("web.saved");
                },
                again -> templates.screeningWrite(frame, again, rule.kind(), rule, tags.all(partner.circle())));
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/switch")
    Page turn(Partner partner, Form form, @PathVariable RuleId id) {
        var on = form.has("on");
        writeRule.turn(partner, id, on);
        return Page.to(url(partner, id)).saying(on ? "screening.switched-on" : "screening.switched-off");
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/raise")
    Page raise(Partner partner, @PathVariable RuleId id) {
        writeRule.raise(partner, id);
        return Page.to(url(partner.member())).saying("web.saved");
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/removal")
    Page remove(Partner partner, @PathVariable RuleId id) {
        writeRule.remove(partner, id);
        return Page.to(url(partner.member())).saying("screening.removed");
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/trial")
    Page begin(Partner partner, @PathVariable RuleId id) {
        limits.take("screening-trial", partner.circle().value().toString(), 30, Duration.ofHours(1));
        tryRule.begin(partner, id);
        return Page.to(url(partner, id) + "#trial");
    }

    @PostMapping("/c/{slug}/manage/screening/{id}/trial/stop")
    Page stop(Partner partner, @PathVariable RuleId id) {
        tryRule.stop(partner, id);
        return Page.to(url(partner, id) + "#trial");
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab screeningTab() {
            return new Tab(Tab.Place.ORDER, 40, Tab.Who.STAFF, "screening.tab", "/manage/screening");
        }
    }
}
