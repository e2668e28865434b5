package app.teahouse.arrivals;

import app.teahouse.circles.CircleChanged;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.members.ReturnMember;
import app.teahouse.packing.Crates;
import app.teahouse.packing.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives everything in a place to the person who took it: first the membership, then table by table what they wrote and did. Each is a
 * transaction with the note of how far it is. A place that cannot go on is tried again once the others had their turn.
 */
@Component
class MovePeople implements Job {
    private static final Logger log = LoggerFactory.getLogger(MovePeople.class);
    private static final int AT_ONCE = 5;
    private static final UUID FIRST = new UUID(0, 0);

    private final Db db;
    private final Crates crates;
    private final Rows rows;
    private final ReturnMember returnMember;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Moving last;

    MovePeople(
            Db db,
            Crates crates,
            Rows rows,
            ReturnMember returnMember,
            Events events,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.crates = crates;
        this.rows = rows;
        this.returnMember = returnMember;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "arrivals.move-people";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    private record Moving(CircleId circle, long number, AccountId person, int crate) {
        AccountId placeholder() {
            return Arrival.placeholder(circle, number);
        }
    }

    @Override
    public boolean step(Instant now) {
        var before = last;
        var moving = db.sql("""
                select circle_id, number, taken_by, crate
                  from arrivals.place
                 where state = 'taken' and (circle_id, number) > (:circle, :number)
                 order by circle_id, number
                 limit :most
                """)
                .with("circle", before == null ? FIRST : before.circle().value())
                .with("number", before == null ? 0 : before.number())
                .with("most", AT_ONCE)
                .all((row, n) -> new Moving(
                        new CircleId(Db.uuid(row, 1)), row.getLong(2), new AccountId(Db.uuid(row, 3)), row.getInt(4)));
        last = moving.size() < AT_ONCE ? null : moving.getLast();
        var gone = moving.stream().filter(this::couldMove).count();
        return gone > 0 || last != null;
    }

    private boolean couldMove(Moving place) {
        try {
            move(place);
            return true;
        } catch (DataAccessException e) {
            log.warn(
                    "Place {} of circle {} waits",
                    place.number(),
                    place.circle().value(),
                    e);
            return false;
        }
    }

    private void move(Moving place) {
        var all = crates.arriving();
        for (var next = place.crate(); next <= all.size(); next++) {
            var at = next;
            if (!Boolean.TRUE.equals(transaction.execute(_ -> move(place, at)))) {
                return;
            }
        }
    }

    /** The membership is step 0; answers whether to go on. */
    private boolean move(Moving place, int at) {
        var locked = db.sql("""
                select 1
                  from arrivals.place
                 where circle_id = :circle and number = :number and state = 'taken' and crate = :at
                   for update
                """)
                .with("circle", place.circle())
                .with("number", place.number())
                .with("at", at)
                .exists();
        if (!locked) {
            return false;
        }
        if (at == 0) {
            return comeBack(place);
        }
        var crate = crates.arriving().get(at - 1);
        hand(place, crate);
        note(place, at + 1, at == crates.arriving().size() ? "moved" : "taken");
        return true;
    }

    /** Who cannot come back any more leaves the place to be taken again. */
    private boolean comeBack(Moving place) {
        try {
            var before = returnMember.put(place.circle(), place.placeholder(), place.person());
            db.sql("update arrivals.place set role = :role where circle_id = :circle and number = :number")
                    .with("circle", place.circle())
                    .with("number", place.number())
                    .with("role", before)
                    .run();
            note(place, 1, "taken");
            events.publish(new CircleChanged(
                    place.circle(), CircleChanged.Kind.RETURNED, place.person(), "", "", clock.instant()));
            return true;
        } catch (Refusal refusal) {
            db.sql("""
                    update arrivals.place
                       set state = 'open', taken_by = null, taken_at = null, crate = 0
                     where circle_id = :circle and number = :number
                    """)
                    .with("circle", place.circle())
                    .with("number", place.number())
                    .run();
            return false;
        }
    }

    private void hand(Moving place, Crate crate) {
        rows.hand(place.circle(), crate, place.placeholder(), place.person());
    }

    private void note(Moving place, int next, String state) {
        db.sql("""
                update arrivals.place
                   set crate = :next, state = :state
                 where circle_id = :circle and number = :number
                """)
                .with("circle", place.circle())
                .with("number", place.number())
                .with("next", next)
                .with("state", state)
                .run();
    }
}
