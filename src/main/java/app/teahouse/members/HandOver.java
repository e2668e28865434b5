package app.teahouse.members;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Ownership;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An owner offers the circle to another member; once that member accepts, they are the owner and the former one is a partner. */
@Component
public class HandOver {
    private final Db db;
    private final MemberRows rows;
    private final Ownership ownership;
    private final Circles circles;
    private final Events events;
    private final Clock clock;
    private final Accounts accounts;

    HandOver(
            Db db,
            MemberRows rows,
            Ownership ownership,
            Circles circles,
            Events events,
            Clock clock,
            Accounts accounts) {
        this.db = db;
        this.rows = rows;
        this.ownership = ownership;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** An offer that nobody answered yet. */
    public record Offer(AccountId from, AccountId to, Instant offeredAt) {}

    public Optional<Offer> offer(CircleId circle) {
        return db.sql("select from_id, to_id, offered_at from members.handover where circle_id = :circle")
                .with("circle", circle)
                .maybe((row, n) ->
                        new Offer(new AccountId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2)), Db.instant(row, 3)));
    }

    /** A new offer takes the place of an older one. */
    @Transactional
    public void offer(Owner owner, long number) {
        var to = rows.accountOf(owner.circle(), number);
        if (to.equals(owner.account())) {
            throw Refusal.conflict("handover.to-yourself");
        }
        rows.lock(owner.circle(), owner.account(), to);
        db.sql("""
                insert into members.handover (circle_id, from_id, to_id, offered_at)
                values (:circle, :from, :to, :now)
                on conflict (circle_id) do update
                   set from_id = excluded.from_id, to_id = excluded.to_id, offered_at = excluded.offered_at
                """)
                .with("circle", owner.circle())
                .with("from", owner.account())
                .with("to", to)
                .with("now", clock.instant())
                .run();
        events.publish(new HandoverOffered(
                owner.circle(), to, owner.account(), owner.member().standing().alias()));
    }

    /** The owner thinks again. */
    @Transactional
    public void withdraw(Owner owner) {
        db.sql("delete from members.handover where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
    }

    @Transactional
    public void decline(Member member) {
        db.sql("delete from members.handover where circle_id = :circle and to_id = :to")
                .with("circle", member.circle())
                .with("to", member.account())
                .run();
    }

    @Transactional
    public void accept(Member member) {
        if (!member.person().signIn().verified()) {
            throw Refusal.notAllowed("speaking.unverified");
        }
        accounts.staying(member.account());
        var from = take(member);
        var locked = rows.lock(member.circle(), from, member.account());
        if (locked.one().role() != Role.OWNER) {
            throw Refusal.conflict("handover.gone");
        }

        ownership.pass(member.circle(), from, member.account());
        rows.changeRole(member.circle(), from, Role.PARTNER);
        rows.changeRole(member.circle(), member.account(), Role.OWNER);
        circles.changed(member.circle());
        tell(member, locked.one(), locked.other());
    }

    /** Takes the offer away, so that of two acceptances at once only one finds it. */
    private AccountId take(Member member) {
        return db.sql("""
                delete from members.handover
                 where circle_id = :circle and to_id = :to
                returning from_id
                """)
                .with("circle", member.circle())
                .with("to", member.account())
                .maybe((row, n) -> new AccountId(Db.uuid(row, 1)))
                .orElseThrow(() -> Refusal.conflict("handover.gone"));
    }

    private void tell(Member member, MemberRows.Locked former, MemberRows.Locked present) {
        events.publish(changed(member, former, Role.PARTNER, present));
        events.publish(changed(member, present, Role.OWNER, former));
    }

    private static RoleChanged changed(Member member, MemberRows.Locked whose, Role after, MemberRows.Locked by) {
        return new RoleChanged(
                member.circle(),
                whose.account(),
                whose.number(),
                whose.alias(),
                whose.role(),
                after,
                by.account(),
                by.alias());
    }
}
