package app.teahouse.invitations;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invitation back: staff any, others their own. Who came in by it stays. Doing it twice changes nothing. */
@Component
class RevokeInvitation {
    private final Db db;
    private final Clock clock;

    RevokeInvitation(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    void revoke(Member member, InvitationId id) {
        var revoked = db.sql("""
                update invitations.invitation
                   set revoked_at = coalesce(revoked_at, :now)
                 where circle_id = :circle and invitation_id = :id and (:staff or made_by = :account)
                """)
                .with("circle", member.circle())
                .with("id", id)
                .with("staff", member.isStaff())
                .with("account", member.account())
                .with("now", clock.instant())
                .run();
        if (revoked == 0) {
            throw Refusal.notFound("invitation.unknown");
        }
    }
}
