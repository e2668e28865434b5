package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who deletes their account is no member any more, anywhere, before anything else is taken away. The whole row goes, so that
 * every page says "former member" where it finds no name; the number is never given again.
 */
@Component
@Order(-100)
class EndMemberships implements Leaving {
    private static final int OBSTACLES = 20;

    private final Db db;
    private final CirclesOf circlesOf;
    private final Circles circles;
    private final Pulse pulse;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Findable findable;

    EndMemberships(
            Db db,
            CirclesOf circlesOf,
            Circles circles,
            Pulse pulse,
            Events events,
            TransactionTemplate transaction,
            Findable findable) {
        this.db = db;
        this.circlesOf = circlesOf;
        this.circles = circles;
        this.pulse = pulse;
        this.events = events;
        this.transaction = transaction;
        this.findable = findable;
    }

    /** Circles that would be left without an owner; one that is being deleted needs none. */
    @Override
    public List<Obstacle> obstacles(AccountId account) {
        var found = new ArrayList<Obstacle>();
        var page = circlesOf.owned(account, CirclesOf.START);
        while (!page.isEmpty() && found.size() < OBSTACLES) {
            for (var circle : page) {
                circles.fresh(circle)
                        .filter(owned -> owned.state() != Circle.State.DELETING && found.size() < OBSTACLES)
                        .ifPresent(owned -> found.add(new Obstacle(
                                owned.face().name(), "/c/" + owned.face().slug() + "/manage/settings/end")));
            }
            page = circlesOf.owned(account, page.getLast());
        }
        return List.copyOf(found);
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var page = circlesOf.all(account, CirclesOf.START);
        while (!page.isEmpty()) {
            var memberships = memberships(page, account);
            for (var circle : memberships) {
                transaction.executeWithoutResult(_ -> end(circle, account));
            }
            if (!memberships.isEmpty()) {
                return true;
            }
            page = circlesOf.all(account, page.getLast());
        }
        return false;
    }

    private List<CircleId> memberships(List<CircleId> among, AccountId account) {
        return db.sql(
                        "select circle_id from members.membership where circle_id = any(:circles) and account_id = :account")
                .withIds("circles", among)
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private record Ended(long number, boolean active) {}

    private void end(CircleId circle, AccountId account) {
        var ended = db.sql("""
                delete from members.membership
                 where circle_id = :circle and account_id = :account
                returning number, state = 'active'
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new Ended(row.getLong(1), row.getBoolean(2)));
        db.sql("delete from members.handover where circle_id = :circle and (from_id = :account or to_id = :account)")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update members.account_circle
                   set state = 'left', role = 'member'
                 where account_id = :account and circle_id = :circle
                """).with("account", account).with("circle", circle).run();
        ended.filter(Ended::active).ifPresent(gone -> {
            pulse.countMembers(circle, -1);
            findable.member(circle, account);
            events.publish(new MemberGone(circle, account, gone.number(), "", null));
        });
    }
}
