package app.teahouse.invitations;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an invitation opens to whoever holds it: the about page, even of a hidden circle, and the way in. Where entry is sold, a use is
 * taken when what was bought becomes theirs, and not before.
 */
@Component
public class Invited {
    private final Db db;
    private final Clock clock;
    private final Gate gate;

    Invited(Db db, Clock clock, Gate gate) {
        this.db = db;
        this.clock = clock;
        this.gate = gate;
    }

    /** @param role what it makes of whoever comes in by it */
    public record Held(CircleId circle, InvitationId id, Role role) {}

    /** Somebody at the door, with the invitation in their hand. */
    public record Guest(Onlooker onlooker, Held held) {}

    /** @throws Refusal not found, for a code that never was as for one that no longer holds */
    public Guest look(Visitor visitor, String code) {
        var held = held(code);
        return new Guest(gate.invited(visitor, held.circle()), held);
    }

    Held held(String code) {
        return claimed(code).flatMap(this::valid).orElseThrow(Invited::unknown);
    }

    record Claim(CircleId circle, InvitationId id) {}

    Optional<Claim> claimed(String code) {
        return db.sql("select circle_id, invitation_id from invitations.invitation_claim where code_hash = :hash")
                .with("hash", Codes.hash(code))
                .maybe((row, n) -> new Claim(new CircleId(Db.uuid(row, 1)), new InvitationId(Db.uuid(row, 2))));
    }

    /** A second statement, because the claim lies on another node than the circle once the site is distributed. */
    private Optional<Held> valid(Claim claim) {
        return db.sql("""
                select role
                  from invitations.invitation
                 where circle_id = :circle and invitation_id = :id and revoked_at is null
                   and (expires_at is null or expires_at > :now)
                   and (uses_most is null or uses < uses_most)
                """)
                .with("circle", claim.circle())
                .with("id", claim.id())
                .with("now", clock.instant())
                .maybe((row, n) -> new Held(claim.circle(), claim.id(), Db.constant(Role.class, row.getString(1))));
    }

    /** Whoever comes in by an invitation locks it before anything of the circle, whether they pay or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CircleId circle, InvitationId id) {
        db.sql("""
                select 1
                  from invitations.invitation
                 where circle_id = :circle and invitation_id = :id
                   for no key update
                """).with("circle", circle).with("id", id).exists();
    }

    /**
     * Takes a use. The row and its condition let only one of two at once have the last. That it ran out by time while somebody paid is not
     * held against them.
     *
     * @return false where it was taken back, or has no use left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(CircleId circle, InvitationId id) {
        return db.sql("""
                update invitations.invitation
                   set uses = uses + 1
                 where circle_id = :circle and invitation_id = :id and revoked_at is null
                   and (uses_most is null or uses < uses_most)
                """).with("circle", circle).with("id", id).run() == 1;
    }

    static Refusal unknown() {
        return Refusal.notFound("page.unknown");
    }
}
