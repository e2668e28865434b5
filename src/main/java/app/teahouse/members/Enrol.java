package app.teahouse.members;

import app.teahouse.accounts.AccountCard;
import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Founding;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes somebody into a circle, whichever way they came: both copies of the membership, the number, the count. Who comes back
 * gets the old number. The rooms of the ways in call it within their transaction.
 */
@Component
public class Enrol implements Founding {
    private final Db db;
    private final Accounts accounts;
    private final Circles circles;
    private final Pulse pulse;
    private final Events events;
    private final Clock clock;
    private final Findable findable;
    private final Discretion discretion;
    private final ObjectProvider<Toll> tolls;
    private final Bars bars;

    Enrol(
            Db db,
            Accounts accounts,
            Circles circles,
            Pulse pulse,
            Events events,
            Clock clock,
            Findable findable,
            Discretion discretion,
            ObjectProvider<Toll> tolls,
            Bars bars) {
        this.db = db;
        this.accounts = accounts;
        this.circles = circles;
        this.pulse = pulse;
        this.events = events;
        this.clock = clock;
        this.findable = findable;
        this.discretion = discretion;
        this.tolls = tolls;
        this.bars = bars;
    }

    /** What somebody was in a circle before they come in now. */
    public enum Before {
        NOTHING,
        ACTIVE,
        LEFT,
        REMOVED,
        EXPIRED
    }

    public Before before(CircleId circle, AccountId account) {
        return db.sql("select state from members.membership where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> Db.constant(Before.class, row.getString(1)))
                .orElse(Before.NOTHING);
    }

    /** The same, and it stays so until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Before hold(CircleId circle, AccountId account) {
        return db.sql("""
                select state
                  from members.membership
                 where circle_id = :circle and account_id = :account
                   for no key update
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> Db.constant(Before.class, row.getString(1)))
                .orElse(Before.NOTHING);
    }

    @Override
    public void enrolOwner(CircleId circle, Person founder) {
        enrol(circle, founder.account(), Role.OWNER, 0, Came.FOUNDED);
    }

    /**
     * Answers whether this made a member of somebody who was none.
     *
     * @param came which way, or null where they come back by what they have already
     * @throws Refusal {@code circle.archived} where nobody can join any more, {@code join.payment-needed}, {@code join.barred}
     */
    public boolean enrol(CircleId circle, AccountId account, Role role, int rulesVersion, @Nullable Came came) {
        if (before(circle, account) == Before.ACTIVE) {
            return false;
        }
        var open = circles.fresh(circle).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (open.state() != Circle.State.ACTIVE) {
            throw open.refusal();
        }
        if (open.price() == Circle.Price.PAID && role == Role.MEMBER) {
            tolls.forEach(toll -> toll.pass(circle, account));
        }
        var card = accounts.staying(account);
        if (!comeBack(circle, account, role, rulesVersion, came) && !insert(circle, card, role, rulesVersion, came)) {
            bars.refuse(circle, account);
            return false;
        }
        var made = copyToAccount(circle, account, role);
        pulse.countMembers(circle, 1);
        if (open.price() == Circle.Price.PAID) {
            tolls.forEach(toll -> toll.entered(circle, account));
        }
        findable.member(circle, account);
        events.publish(made);
        return true;
    }

    private boolean comeBack(CircleId circle, AccountId account, Role role, int rulesVersion, @Nullable Came came) {
        return db.sql("""
                update members.membership
                   set state = 'active', ended_at = null, ended_by = null, ended_reason = null, seen_at = :now, role = :role,
                       barred = false, barred_until = null,
                       joined_at = case when state = 'expired' then joined_at else :now end,
                       rules_version = :rules, discreet = :discreet,
                       came = case when state = 'expired' then came else coalesce(:came, came) end,
                       -- Who comes back because they paid again goes on where they stopped.
                       seen_number = case when state = 'expired' then seen_number else greatest(
                               seen_number, (select coalesce(max(last_number), 0) from circles.pulse where circle_id = :circle)) end,
                       joined_number = case when state = 'expired' then joined_number else (
                               select coalesce(max(last_number), 0) from circles.pulse where circle_id = :circle) end
                 where circle_id = :circle and account_id = :account and state <> 'active'
                   -- Asked here, so that it holds whoever keeps them out at the same moment.
                   and (not barred or barred_until <= :now)
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("role", role)
                        .with("rules", rulesVersion)
                        .with("came", came)
                        .with("now", clock.instant())
                        .with("discreet", discretion.of(account))
                        .run()
                == 1;
    }

    /** The key lets one of two at once in; the number is taken last and may leave a gap. */
    private boolean insert(CircleId circle, AccountCard card, Role role, int rulesVersion, @Nullable Came came) {
        return db.sql("""
                insert into members.membership
                       (circle_id, account_id, number, role, state, alias, sort_key, folded, picture, rules_version,
                        seen_number, joined_number, joined_at, seen_at, discreet, came)
                select :circle, :account, :number, :role, 'active', :alias, :sortKey, :folded, :picture, :rules,
                       p.last_number, p.last_number, :now, :now, :discreet, :came
                  from circles.pulse p
                 where p.circle_id = :circle
                on conflict (circle_id, account_id) do nothing
                """)
                        .with("circle", circle)
                        .with("account", card.id())
                        .with("number", nextNumber(circle))
                        .with("role", role)
                        .with("alias", card.name())
                        .with("sortKey", Folding.sortKey(card.name()))
                        .with("folded", Folding.folded(card.name()))
                        .with("picture", card.picture())
                        .with("rules", rulesVersion)
                        .with("came", came)
                        .with("now", clock.instant())
                        .with("discreet", discretion.of(card.id()))
                        .run()
                == 1;
    }

    private long nextNumber(CircleId circle) {
        return db.sql("""
                insert into members.counter as c (circle_id, last_number)
                values (:circle, 1)
                on conflict (circle_id) do update set last_number = c.last_number + 1
                returning last_number
                """).with("circle", circle).one(Long.class);
    }

    private record Copied(MemberJoined event, long seenNumber) {}

    /** Two statements, because the two tables lie on different nodes once the site is distributed. */
    private MemberJoined copyToAccount(CircleId circle, AccountId account, Role role) {
        var made = db.sql("""
                select number, alias, seen_number
                  from members.membership
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .one((row, n) -> new Copied(
                        new MemberJoined(circle, account, row.getLong(1), row.getString(2)), row.getLong(3)));
        db.sql("""
                insert into members.account_circle (account_id, circle_id, role, state, seen_number, joined_at, visited_at)
                values (:account, :circle, :role, 'active', :seen, :now, :now)
                on conflict (account_id, circle_id) do update
                   set role = excluded.role, state = excluded.state, seen_number = excluded.seen_number,
                       joined_at = excluded.joined_at, visited_at = excluded.visited_at
                """)
                .with("circle", circle)
                .with("account", account)
                .with("role", role)
                .with("seen", made.seenNumber())
                .with("now", clock.instant())
                .run();
        return made.event();
    }
}
