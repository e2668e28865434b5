package app.teahouse.invitations;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.sharing.QrCode;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Invitations: links, QR codes and posters; for staff, and for members whom the circle lets invite. */
@Controller
class InvitationPages {
    private static final Map<String, Duration> LIVES =
            Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), "month", Duration.ofDays(30));

    private final Templates templates;
    private final InvitationList invitationList;
    private final MakeInvitation makeInvitation;
    private final RevokeInvitation revokeInvitation;
    private final Poster poster;
    private final Clock clock;

    InvitationPages(
            Templates templates,
            InvitationList invitationList,
            MakeInvitation makeInvitation,
            RevokeInvitation revokeInvitation,
            Poster poster,
            Clock clock) {
        this.templates = templates;
        this.invitationList = invitationList;
        this.makeInvitation = makeInvitation;
        this.revokeInvitation = revokeInvitation;
        this.poster = poster;
        this.clock = clock;
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/manage/invitations";
    }

    /** Whoever may not invite has no such page. */
    static void check(Member member) {
        if (!member.isStaff() && !member.standing().maySpeak(Surface.INVITE)) {
            throw Refusal.notAllowed("speaking.role");
        }
    }

    @GetMapping("/c/{slug}/manage/invitations")
    Page list(Member member, Frame frame, @RequestParam(required = false) @Nullable String before) {
        check(member);
        var form = Form.blank(frame, "role", Db.name(Role.MEMBER), "life", "week");
        return Page.of(templates.invitationsList(
                frame, invitationList.list(member, before, InvitationList.SIZE), member.isStaff(), form));
    }

    @PostMapping("/c/{slug}/manage/invitations")
    Page make(@On(Surface.INVITE) Speaker speaker, Frame frame, Form form) {
        var member = speaker.member();
        return form.submit(
                () -> {
                    var id = makeInvitation.make(speaker, text(form));
                    return Page.to(url(member) + "/" + Ids.text(id)).saying("invitations.made");
                },
                again -> templates.invitationsList(
                        frame, invitationList.list(member, null, InvitationList.SIZE), member.isStaff(), again));
    }

    private InvitationText text(Form form) {
        var role = form.value("role").equals(Db.name(Role.GUEST_EXPERT)) ? Role.GUEST_EXPERT : Role.MEMBER;
        return new InvitationText(form.value("name"), role, uses(form.text("usesMost")), expiry(form.value("life")));
    }

    private static @Nullable Integer uses(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[0-9]{1,7}")) {
            throw Refusal.invalid("usesMost", "invitation.uses");
        }
        return Integer.valueOf(typed);
    }

    private @Nullable Instant expiry(String life) {
        var lasts = LIVES.get(life);
        return lasts == null ? null : clock.instant().plus(lasts);
    }

    @GetMapping("/c/{slug}/manage/invitations/{id}")
    Page one(Member member, Frame frame, @PathVariable InvitationId id) {
        check(member);
        var invitation = invitationList.one(member, id);
        var code = QrCode.of(frame.absolute(invitation.path()));
        return Page.of(templates.invitationsOne(frame, invitation, code));
    }

    @PostMapping("/c/{slug}/manage/invitations/{id}/revocation")
    @NoSurface("Taking back an invitation says nothing to members")
    Page revoke(Member member, @PathVariable InvitationId id) {
        revokeInvitation.revoke(member, id);
        return Page.to(url(member)).saying("invitations.revoked");
    }

    /** An SVG that a browser can also draw as a PNG; it loads nothing from anywhere. */
    @GetMapping("/c/{slug}/manage/invitations/{id}/poster.svg")
    ResponseEntity<String> poster(Member member, Frame frame, @PathVariable InvitationId id) {
        check(member);
        var invitation = invitationList.one(member, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .header("Content-Security-Policy", "default-src 'none'; img-src data:; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(poster.draw(
                        member.face(),
                        QrCode.of(frame.absolute(invitation.path())),
                        frame.t("invitations.poster.scan"),
                        frame.siteName()));
    }
}
