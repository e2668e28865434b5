package app.teahouse.segments;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the facts of all members, and counts all segments, circle by circle: once a day everybody is looked at, in between those who
 * were here, then each segment is counted, and tags are given by it. A step is a part of that in one circle, whose row is held meanwhile.
 */
@Component
class KeepFacts implements Job {
    static final int STEP = 500;
    private static final long BUDGET_NANOS = 1_000_000_000;
    static final UUID START = new UUID(0, 0);

    /** Visits are written some seconds after they were made. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final int BUSY_MINUTES = 10;
    private static final int IDLE_MINUTES = 360;

    private final Db db;
    private final Facts facts;
    private final Segments segments;
    private final Tallies tallies;
    private final TagByRule tagByRule;
    private final TransactionTemplate transaction;

    KeepFacts(
            Db db,
            Facts facts,
            Segments segments,
            Tallies tallies,
            TagByRule tagByRule,
            TransactionTemplate transaction) {
        this.db = db;
        this.facts = facts;
        this.segments = segments;
        this.tallies = tallies;
        this.tagByRule = tagByRule;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "segments.keep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    private enum Stage {
        SWEEP,
        SEEN,
        COUNT,
        TAG
    }

    record After(UUID value) implements Id {}

    private record Turn(
            CircleId circle,
            Stage stage,
            UUID after,
            @Nullable LocalDate sweptOn,
            Instant seenUpto,
            long seenNumber,
            long found,
            int restMinutes) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("select circle_id from segments.turn where next_at <= :now order by next_at limit 10")
                .with("now", now)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        for (var circle : due) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> work(circle, now)))) {
                return true;
            }
        }
        return adopt(now);
    }

    /** Circles that nobody has looked at yet. */
    private boolean adopt(Instant now) {
        return db.sql("""
                insert into segments.turn (circle_id, seen_upto, next_at)
                select c.circle_id, :now, :now
                  from circles.circle c
                 where c.state <> 'deleting'
                   and not exists (select 1 from segments.turn t where t.circle_id = c.circle_id)
                 limit 50
                on conflict do nothing
                """).with("now", now).run() > 0;
    }

    /** Answers false where another node is at it. */
    boolean work(CircleId circle, Instant now) {
        var held = db.sql("""
                select stage, after_id, swept_on, seen_upto, seen_number, found, rest_minutes
                  from segments.turn
                 where circle_id = :circle and next_at <= :now
                   -- Two nodes at one circle would count it twice and skip a part of it.
                   for update skip locked
                """)
                .with("circle", circle)
                .with("now", now)
                .maybe((row, n) -> new Turn(
                        circle,
                        Db.constant(Stage.class, row.getString(1)),
                        Db.uuid(row, 2),
                        Db.maybeDay(row, 3),
                        Db.instant(row, 4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7)));
        held.map(turn -> next(turn, now)).ifPresent(turn -> write(turn, now));
        return held.isPresent();
    }

    private Turn next(Turn turn, Instant now) {
        var today = facts.moment(turn.circle(), now).today();
        return switch (turn.stage()) {
            case SWEEP -> sweep(turn, now, today);
            case SEEN -> today.equals(turn.sweptOn()) ? seen(turn, now) : sweep(turn, now, today);
            case COUNT -> count(turn, now);
            case TAG -> tag(turn, now);
        };
    }

    private Turn sweep(Turn turn, Instant now, LocalDate today) {
        var accounts = db.sql("""
                select account_id
                  from members.membership
                 where circle_id = :circle and state = 'active' and account_id > :after
                 order by account_id
                 limit :most
                """)
                .with("circle", turn.circle())
                .with("after", new After(turn.after()))
                .with("most", STEP)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        facts.refresh(turn.circle(), accounts, now);
        var last = accounts.size() < STEP;
        clear(turn, last ? new UUID(-1, -1) : accounts.getLast().value());
        if (!last) {
            return at(turn, Stage.SWEEP, accounts.getLast().value(), turn.found());
        }
        tallies.forgetOld(turn.circle(), now);
        return new Turn(
                turn.circle(), Stage.SEEN, START, today, turn.seenUpto(), turn.seenNumber(), 1, turn.restMinutes());
    }

    /** Who is no member any more, and whose going was not heard of. */
    private void clear(Turn turn, UUID last) {
        db.sql("""
                delete from segments.fact f
                 where f.circle_id = :circle and f.account_id > :after and f.account_id <= :last
                   and not exists (select 1
                                     from members.membership m
                                    where m.circle_id = :circle and m.account_id = f.account_id and m.state = 'active')
                """)
                .with("circle", turn.circle())
                .with("after", new After(turn.after()))
                .with("last", new After(last))
                .run();
    }

    private record Seen(AccountId account, Instant at, long number) {}

    private Turn seen(Turn turn, Instant now) {
        var page = db.sql("""
                select account_id, seen_at, number
                  from members.membership
                 where circle_id = :circle and state = 'active' and (seen_at, number) > (:upto, :number)
                 order by seen_at, number
                 limit :most
                """)
                .with("circle", turn.circle())
                .with("upto", turn.seenUpto())
                .with("number", turn.seenNumber())
                .with("most", STEP)
                .all((row, n) -> new Seen(new AccountId(Db.uuid(row, 1)), Db.instant(row, 2), row.getLong(3)));
        facts.refresh(turn.circle(), page.stream().map(Seen::account).toList(), now);
        var found = turn.found() + page.size();
        if (page.size() == STEP) {
            var last = page.getLast();
            return new Turn(
                    turn.circle(),
                    Stage.SEEN,
                    START,
                    turn.sweptOn(),
                    last.at(),
                    last.number(),
                    found,
                    turn.restMinutes());
        }
        var upto = now.minus(LATE).isAfter(turn.seenUpto()) ? now.minus(LATE) : turn.seenUpto();
        var done = new Turn(
                turn.circle(), Stage.COUNT, START, turn.sweptOn(), upto, Long.MAX_VALUE, found, turn.restMinutes());
        return found > 0 ? done : rest(done);
    }

    private Turn count(Turn turn, Instant now) {
        var from = System.nanoTime();
        var left = segments.all(turn.circle()).stream()
                .sorted(Comparator.comparing(one -> one.id().value()))
                .filter(one -> one.id().value().compareTo(turn.after()) > 0
                        || turn.after().equals(START))
                .toList();
        for (var i = 0; i < left.size(); i++) {
            tallies.count(turn.circle(), left.get(i), now);
            if (System.nanoTime() - from > BUDGET_NANOS && i < left.size() - 1) {
                return at(turn, Stage.COUNT, left.get(i).id().value(), turn.found());
            }
        }
        return at(turn, Stage.TAG, START, turn.found());
    }

    /** Segment by segment, as often as one has more to give or to take. */
    private Turn tag(Turn turn, Instant now) {
        var left = tagByRule.giving(turn.circle(), segments.all(turn.circle())).stream()
                .sorted(Comparator.comparing(one -> one.id().value()))
                .filter(one -> turn.after().equals(START) || one.id().value().compareTo(turn.after()) > 0)
                .toList();
        if (left.isEmpty()) {
            return rest(turn);
        }
        var one = left.getFirst();
        var more = tagByRule.step(turn.circle(), one, facts.moment(turn.circle(), now), STEP);
        return at(turn, Stage.TAG, more ? turn.after() : one.id().value(), turn.found());
    }

    private static Turn at(Turn turn, Stage stage, UUID after, long found) {
        return new Turn(
                turn.circle(),
                stage,
                after,
                turn.sweptOn(),
                turn.seenUpto(),
                turn.seenNumber(),
                found,
                turn.restMinutes());
    }

    /** The longer nothing happens in a circle, the longer it is left alone. */
    private static Turn rest(Turn turn) {
        var minutes = turn.found() > 0 ? BUSY_MINUTES : Math.min(IDLE_MINUTES, turn.restMinutes() * 2);
        return new Turn(
                turn.circle(), Stage.SEEN, START, turn.sweptOn(), turn.seenUpto(), turn.seenNumber(), RESTS, minutes);
    }

    private static final long RESTS = -1;

    private void write(Turn turn, Instant now) {
        var rests = turn.found() == RESTS;
        db.sql("""
                update segments.turn
                   set stage = :stage, after_id = :after, swept_on = :swept, seen_upto = :upto, seen_number = :number,
                       found = :found, rest_minutes = :minutes, next_at = :next
                 where circle_id = :circle
                """)
                .with("circle", turn.circle())
                .with("stage", turn.stage())
                .with("after", new After(turn.after()))
                .with("swept", turn.sweptOn())
                .with("upto", turn.seenUpto())
                .with("number", turn.seenNumber())
                .with("found", rests ? 0 : turn.found())
                .with("minutes", turn.restMinutes())
                .with("next", rests ? now.plus(Duration.ofMinutes(turn.restMinutes())) : now)
                .run();
    }
}
