package app.teahouse.roster;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.ChangeRole;
import app.teahouse.members.HandOver;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.members.SpeakingTable;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What staff do with members: roles, removal, where roles may speak; and how a circle is handed over. */
@Controller
class StaffPages {
    private final Templates templates;
    private final MemberSheet memberSheet;
    private final ChangeRole changeRole;
    private final SpeakingTable speakingTable;
    private final HandOver handOver;
    private final Members members;

    StaffPages(
            Templates templates,
            MemberSheet memberSheet,
            ChangeRole changeRole,
            SpeakingTable speakingTable,
            HandOver handOver,
            Members members) {
        this.templates = templates;
        this.memberSheet = memberSheet;
        this.changeRole = changeRole;
        this.speakingTable = speakingTable;
        this.handOver = handOver;
        this.members = members;
    }

    @PostMapping("/c/{slug}/m/{number}/role")
    Page changeRole(Staff staff, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    changeRole.change(staff, number, role(form.value("role")));
                    return Page.to(url(staff.member(), number)).saying("members.role.changed");
                },
                again -> templates.rosterMember(frame, sheet(staff, number), again, List.of()));
    }

    static Role role(String name) {
        return MemberPages.named(Role.class, name).orElseThrow(() -> Refusal.invalid("role", "field.unknown-choice"));
    }

    private MemberView sheet(Staff staff, long number) {
        return memberSheet.of(staff.member(), String.valueOf(number));
    }

    private static String url(Member member, long number) {
        return "/c/" + member.face().slug() + "/m/" + number;
    }

    @GetMapping("/c/{slug}/manage/settings/speaking")
    Page speaking(Staff staff, Frame frame) {
        return Page.of(templates.rosterSpeaking(frame, speakingTable.of(staff.circle())));
    }

    @PostMapping("/c/{slug}/manage/settings/speaking")
    Page setSpeaking(Staff staff, Form form) {
        speakingTable.set(staff, new HashSet<>(form.values("allowed")));
        return Page.to("/c/" + staff.member().face().slug() + "/manage/settings/speaking")
                .saying("web.saved");
    }

    @PostMapping("/c/{slug}/m/{number}/handover")
    Page offer(Owner owner, Staff staff, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    handOver.offer(owner, number);
                    return Page.to(url(owner.member(), number))
                            .saying(
                                    "members.handover.offered",
                                    "/c/" + owner.member().face().slug() + "/handover/withdrawal");
                },
                again -> templates.rosterMember(frame, sheet(staff, number), again, List.of()));
    }

    @PostMapping("/c/{slug}/handover/withdrawal")
    Page withdraw(Owner owner) {
        handOver.withdraw(owner);
        return Page.to("/c/" + owner.member().face().slug() + "/members").saying("members.handover.withdrawn");
    }

    /** For the member to whom the circle is offered. */
    @GetMapping("/c/{slug}/handover")
    Page handover(Member member, Frame frame) {
        return Page.of(templates.rosterHandover(frame, offerTo(member), Form.blank(frame)));
    }

    private MemberCard offerTo(Member member) {
        return handOver.offer(member.circle())
                .filter(offer -> offer.to().equals(member.account()))
                .flatMap(offer -> members.card(member.circle(), offer.from()))
                .orElseThrow(() -> Refusal.notFound("handover.gone"));
    }

    @PostMapping("/c/{slug}/handover/acceptance")
    @NoSurface("Taking a circle over says nothing to others; the Gate's roles change")
    Page accept(Member member) {
        handOver.accept(member);
        return Page.to("/c/" + member.face().slug() + "/manage/settings").saying("members.handover.accepted");
    }

    @PostMapping("/c/{slug}/handover/refusal")
    @NoSurface("Declining says nothing to others")
    Page decline(Member member) {
        handOver.decline(member);
        return Page.to("/c/" + member.face().slug()).saying("members.handover.declined");
    }
}
