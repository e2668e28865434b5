package app.teahouse.invitations;

import app.teahouse.applications.Apply;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.applications.JoinOutcome.AwaitingApproval;
import app.teahouse.applications.JoinOutcome.Joined;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.Enrol;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody holds an invitation: they see the about page, even of a hidden circle, and come in at once. */
@Component
class UseInvitation {
    private final Db db;
    private final Clock clock;
    private final Circles circles;
    private final Gate gate;
    private final Enrol enrol;
    private final Apply apply;

    UseInvitation(Db db, Clock clock, Circles circles, Gate gate, Enrol enrol, Apply apply) {
        this.db = db;
        this.clock = clock;
        this.circles = circles;
        this.gate = gate;
        this.enrol = enrol;
        this.apply = apply;
    }

    private record Held(CircleId circle, InvitationId id, Role role) {}

    /** @throws Refusal not found, for a code that never was as for one that no longer holds */
    Onlooker look(Visitor visitor, String code) {
        return gate.invited(visitor, held(code).circle());
    }

    /** The alias of who made it, while they are a member. */
    Optional<String> maker(String code) {
        return claimed(code)
                .flatMap(claim -> db.sql("""
                select m.alias
                  from invitations.invitation i
                  join members.membership m on m.circle_id = i.circle_id and m.account_id = i.made_by
                 where i.circle_id = :circle and i.invitation_id = :id and m.state = 'active'
                """)
                        .with("circle", claim.circle())
                        .with("id", claim.id())
                        .maybe(String.class));
    }

    /**
     * Comes in. A use is taken only by somebody who was no member before.
     *
     * @throws Refusal not found, as {@link #look}
     */
    @Transactional
    JoinOutcome join(Person person, String code) {
        var held = held(code);
        var circle = circles.fresh(held.circle()).orElseThrow(UseInvitation::unknown);
        if (enrol.before(circle.id(), person.account()) == Enrol.Before.REMOVED) {
            apply.apply(circle, person, held.role(), List.of(), true);
            return new AwaitingApproval();
        }
        if (enrol.enrol(circle.id(), person.account(), held.role(), circle.rulesVersion())) {
            take(held);
            apply.settle(circle.id(), person.account());
        }
        return new Joined();
    }

    private Held held(String code) {
        return claimed(code).flatMap(this::valid).orElseThrow(UseInvitation::unknown);
    }

    private record Claim(CircleId circle, InvitationId id) {}

    private Optional<Claim> claimed(String code) {
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

    /** The row and its condition let only one of two at once have the last use; the other's joining is rolled back. */
    private void take(Held held) {
        var taken = db.sql("""
                update invitations.invitation
                   set uses = uses + 1
                 where circle_id = :circle and invitation_id = :id and revoked_at is null
                   and (expires_at is null or expires_at > :now)
                   and (uses_most is null or uses < uses_most)
                """)
                .with("circle", held.circle())
                .with("id", held.id())
                .with("now", clock.instant())
                .run();
        if (taken == 0) {
            throw unknown();
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("page.unknown");
    }
}
