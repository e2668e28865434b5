package app.teahouse.strikes;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ladder of a circle, what was noted of a member, and of oneself. */
@Controller
class StrikePages {
    private final Templates templates;
    private final Strikes strikes;
    private final Ladders ladders;
    private final Members members;
    private final Clock clock;

    StrikePages(Templates templates, Strikes strikes, Ladders ladders, Members members, Clock clock) {
        this.templates = templates;
        this.strikes = strikes;
        this.ladders = ladders;
        this.members = members;
        this.clock = clock;
    }

    private static String url(Member member) {
        return "/c/" + member.face().slug();
    }

    @GetMapping("/c/{slug}/manage/review/ladder")
    Page ladder(Staff staff, Frame frame) {
        var form = Form.blank(frame, StrikeForm.fields(ladders.of(staff.circle())));
        return Page.of(templates.strikesLadder(frame, staff.role() == Role.OWNER, form));
    }

    @PostMapping("/c/{slug}/manage/review/ladder")
    Page set(Owner owner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    ladders.set(owner, StrikeForm.ladder(form));
                    return Page.to(url(owner.member()) + "/manage/review/ladder")
                            .saying("web.saved");
                },
                again -> templates.strikesLadder(frame, true, again));
    }

    @GetMapping("/c/{slug}/m/{number}/strikes")
    Page of(
            Staff staff,
            Frame frame,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable StrikeId before) {
        var card = members.numbered(staff.circle(), number);
        return Page.of(templates.strikesMember(
                frame,
                card,
                staff.role().isAbove(card.role()),
                strikes.of(staff.circle(), card.account(), before),
                clock.instant(),
                Form.blank(frame)));
    }

    @PostMapping("/c/{slug}/m/{number}/strikes")
    Page give(Staff staff, Frame frame, Form form, @PathVariable String number) {
        var card = members.numbered(staff.circle(), number);
        return form.submit(
                () -> {
                    strikes.give(staff, card.number(), form.value("reason"), null);
                    return Page.to(url(staff.member()) + card.path() + "/strikes")
                            .saying("strikes.given");
                },
                again -> templates.strikesMember(
                        frame, card, true, strikes.of(staff.circle(), card.account(), null), clock.instant(), again));
    }

    @PostMapping("/c/{slug}/m/{number}/strikes/{strike}/undoing")
    Page undo(Staff staff, @PathVariable String number, @PathVariable StrikeId strike) {
        strikes.undo(staff, strike);
        return Page.to(url(staff.member())
                        + members.numbered(staff.circle(), number).path() + "/strikes")
                .saying("strikes.undone");
    }

    /** For every member: what was noted of them, why, and until when it counts. */
    @GetMapping("/c/{slug}/membership/strikes")
    Page mine(Member member, Frame frame, @RequestParam(required = false) @Nullable StrikeId before) {
        return Page.of(
                templates.strikesMine(frame, strikes.of(member.circle(), member.account(), before), clock.instant()));
    }
}
