package app.teahouse.invitations;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a link that lets people in, whatever the circle's join mode. Only staff invite guest experts. */
@Component
public class MakeInvitation {
    private static final int MOST_USES = 100_000;

    private final Db db;
    private final Clock clock;
    private final Codes codes;

    MakeInvitation(Db db, Clock clock, Codes codes) {
        this.db = db;
        this.clock = clock;
        this.codes = codes;
    }

    /** @param speaker on the surface INVITE */
    @Transactional
    public InvitationId make(Speaker speaker, InvitationText text) {
        check(speaker, text);
        var id = new InvitationId(Ids.next());
        db.sql("""
                insert into invitations.invitation
                       (circle_id, invitation_id, name, role, uses_most, expires_at, made_by, made_at)
                values (:circle, :id, :name, :role, :most, :expires, :by, :now)
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("name", text.name().strip())
                .with("role", text.role())
                .with("most", text.usesMost())
                .with("expires", text.expiresAt())
                .with("by", speaker.account())
                .with("now", clock.instant())
                .run();
        db.sql("""
                insert into invitations.invitation_claim (code_hash, circle_id, invitation_id)
                values (:hash, :circle, :id)
                """)
                .with("hash", Codes.hash(codes.of(id)))
                .with("circle", speaker.circle())
                .with("id", id)
                .run();
        return id;
    }

    private void check(Speaker speaker, InvitationText text) {
        var most = text.usesMost();
        var expires = text.expiresAt();
        new Faults()
                .text("name", text.name(), 60)
                .require(text.role() == Role.MEMBER || text.role() == Role.GUEST_EXPERT, "role", "field.unknown-choice")
                .require(most == null || (most >= 1 && most <= MOST_USES), "usesMost", "invitation.uses")
                .require(expires == null || expires.isAfter(clock.instant()), "expiresAt", "invitation.past")
                .refuse();
        if (text.role() == Role.GUEST_EXPERT && !speaker.member().isStaff()) {
            throw Refusal.notAllowed("circle.staff-only");
        }
    }
}
