package app.teahouse.invitations;

import app.teahouse.applications.AboutSheet;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations for programs, of those who make them and of those who follow them. */
@RestController
class InvitationApi {
    private final InvitationList invitationList;
    private final MakeInvitation makeInvitation;
    private final RevokeInvitation revokeInvitation;
    private final Invited invited;
    private final UseInvitation useInvitation;
    private final AboutSheet aboutSheet;
    private final Settings settings;

    InvitationApi(
            InvitationList invitationList,
            MakeInvitation makeInvitation,
            RevokeInvitation revokeInvitation,
            Invited invited,
            UseInvitation useInvitation,
            AboutSheet aboutSheet,
            Settings settings) {
        this.invitationList = invitationList;
        this.makeInvitation = makeInvitation;
        this.revokeInvitation = revokeInvitation;
        this.invited = invited;
        this.useInvitation = useInvitation;
        this.aboutSheet = aboutSheet;
        this.settings = settings;
    }

    record InvitationJson(
            UUID id,
            String name,
            String role,
            String url,
            int uses,
            @Nullable Integer usesMost,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            String maker,
            Instant madeAt,
            boolean live) {}

    private InvitationJson json(InvitationView view) {
        return new InvitationJson(
                Ids.parse(view.id()),
                view.name(),
                Db.name(view.role()),
                settings.base() + view.path(),
                view.uses(),
                view.usesMost(),
                view.expiresAt(),
                view.revokedAt(),
                view.maker(),
                view.madeAt(),
                view.live());
    }

    record InvitationsJson(
            List<InvitationJson> items, @Nullable String next) {}

    /** Staff read all, others their own. */
    @GetMapping("/api/v1/circles/{slug}/invitations")
    InvitationsJson list(
            Member member,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        InvitationPages.check(member);
        var page = invitationList.list(member, before, Math.clamp(limit, 1, 100));
        return new InvitationsJson(page.items().stream().map(this::json).toList(), page.next());
    }

    record NewInvitationJson(
            @Nullable String name,
            @Nullable String role,
            @Nullable Integer usesMost,
            @Nullable Instant expiresAt) {}

    @PostMapping("/api/v1/circles/{slug}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationJson make(@On(Surface.INVITE) Speaker speaker, @RequestBody NewInvitationJson wish) {
        var role = Db.name(Role.GUEST_EXPERT).equals(wish.role()) ? Role.GUEST_EXPERT : Role.MEMBER;
        var id = makeInvitation.make(
                speaker,
                new InvitationText(
                        Objects.requireNonNullElse(wish.name(), ""), role, wish.usesMost(), wish.expiresAt()));
        return json(invitationList.one(speaker.member(), id));
    }

    @DeleteMapping("/api/v1/circles/{slug}/invitations/{id}")
    @NoSurface("Taking back an invitation says nothing to members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Member member, @PathVariable InvitationId id) {
        revokeInvitation.revoke(member, id);
    }

    /** What an invitation shows, even of a hidden circle. */
    record InvitedJson(
            String slug,
            String name,
            String promise,
            String aboutHtml,
            @Nullable String rulesHtml,
            long members) {}

    @GetMapping("/api/v1/invitations/{code}")
    InvitedJson look(Visitor visitor, @PathVariable String code) {
        var view = aboutSheet.of(invited.look(visitor, code).onlooker());
        return new InvitedJson(
                view.face().slug(),
                view.face().name(),
                view.face().promise(),
                view.html(),
                view.rulesHtml(),
                view.members());
    }

    /** {@code joined}, or {@code awaiting-approval} for somebody whom staff removed before. */
    record OutcomeJson(String outcome) {}

    @PostMapping("/api/v1/invitations/{code}/membership")
    @ResponseStatus(HttpStatus.CREATED)
    OutcomeJson join(Person person, @PathVariable String code) {
        return switch (useInvitation.join(person, code)) {
            case JoinOutcome.Joined() -> new OutcomeJson("joined");
            case JoinOutcome.AwaitingApproval() -> new OutcomeJson("awaiting-approval");
        };
    }
}
