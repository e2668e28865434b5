package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Validity;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives those who were there before their circle cost something what its owner chose for them, and has them told, two hundred at a time. */
@Component
class TurnMembers implements Job {
    private static final int MOST = 200;

    private final Db db;
    private final Circles circles;
    private final Terms terms;
    private final Validity validity;
    private final Events events;
    private final TransactionTemplate transaction;

    TurnMembers(
            Db db, Circles circles, Terms terms, Validity validity, Events events, TransactionTemplate transaction) {
        this.db = db;
        this.circles = circles;
        this.terms = terms;
        this.validity = validity;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "passes.turn-members";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    private record Turn(
            CircleId circle, String choice, @Nullable LocalDate until, long after, Instant madeAt) {}

    @Override
    public boolean step(Instant now) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> next().map(turn -> turn(turn, now)).isPresent()));
    }

    private Optional<Turn> next() {
        return db.sql("""
                select circle_id, choice, until_day, after_number, made_at
                  from passes.turn
                 where finished_at is null
                 order by circle_id
                 limit 1
                   -- A second node takes the next.
                   for update skip locked
                """)
                .maybe((row, n) -> new Turn(
                        new CircleId(Db.uuid(row, 1)),
                        row.getString(2),
                        Db.maybeDay(row, 3),
                        row.getLong(4),
                        Db.instant(row, 5)));
    }

    private record One(
            AccountId account,
            long number,
            Role role,
            Pass.Source source,
            @Nullable LocalDate last,
            @Nullable Instant endsAt,
            @Nullable Instant readsUntil,
            boolean holds) {}

    private boolean turn(Turn turn, Instant now) {
        var members = members(turn, now);
        var zone = zone(turn.circle());
        var grace = terms.of(turn.circle()).graceDays();
        var told = new ArrayList<MembersPriced.One>();
        for (var member : members) {
            told.addAll(told(turn, member));
            if (member.holds()) {
                validity.set(turn.circle(), member.account(), member.endsAt(), member.readsUntil(), 9, Set.of());
            } else {
                give(turn, member.account(), zone, grace);
            }
        }
        if (!told.isEmpty()) {
            events.publish(new MembersPriced(turn.circle(), turn.madeAt(), told));
        }
        db.sql("""
                update passes.turn
                   set after_number = :after, done = done + :many, finished_at = :finished
                 where circle_id = :circle
                """)
                .with("circle", turn.circle())
                .with(
                        "after",
                        members.isEmpty() ? turn.after() : members.getLast().number())
                .with("many", members.size())
                .with("finished", members.size() < MOST ? now : null)
                .run();
        return true;
    }

    /** What a member is told: nothing to who never pays, as staff, or has a guest pass or a trial. */
    private static List<MembersPriced.One> told(Turn turn, One member) {
        if (member.role() != Role.MEMBER && member.role() != Role.VOLUNTEER) {
            return List.of();
        }
        if (member.holds()) {
            return switch (member.source()) {
                case KEPT -> List.of(new MembersPriced.One(member.account(), MembersPriced.Means.KEPT, null));
                case PROMISED ->
                    List.of(new MembersPriced.One(member.account(), MembersPriced.Means.PROMISED, member.last()));
                case PAID, GIFT ->
                    List.of(new MembersPriced.One(member.account(), MembersPriced.Means.HELD, member.last()));
                case TRIAL, COMP, OVER -> List.of();
            };
        }
        var means = Db.constant(MembersPriced.Means.class, turn.choice());
        return List.of(new MembersPriced.One(member.account(), means, turn.until()));
    }

    private List<One> members(Turn turn, Instant now) {
        return db.sql("""
                select m.account_id, m.number, m.role, coalesce(p.source, 'over'), p.last_day, p.ends_at, p.reads_until,
                       coalesce(p.source <> 'over' and (p.ends_at is null or p.ends_at > :now), false)
                  from members.membership m
                  left join passes.pass p on p.circle_id = m.circle_id and p.account_id = m.account_id
                 where m.circle_id = :circle and m.state = 'active' and m.number > :after and m.joined_at <= :made
                 order by m.number
                 limit :most
                """)
                .with("circle", turn.circle())
                .with("after", turn.after())
                .with("made", turn.madeAt())
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new One(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        Db.constant(Role.class, row.getString(3)),
                        Db.constant(Pass.Source.class, row.getString(4)),
                        Db.maybeDay(row, 5),
                        Db.maybeInstant(row, 6),
                        Db.maybeInstant(row, 7),
                        row.getBoolean(8)));
    }

    private void give(Turn turn, AccountId account, ZoneId zone, int grace) {
        var first = Calendar.today(turn.madeAt(), zone);
        var last = turn.choice().equals("kept")
                ? null
                : turn.choice().equals("promised") ? turn.until() : first.minusDays(1);
        var source = turn.choice().equals("pay") ? "over" : turn.choice();
        var endsAt = last == null ? null : Calendar.endOf(last, zone);
        var reads = last == null ? null : Calendar.endOf(last.plusDays(source.equals("over") ? 0 : grace), zone);
        db.sql("""
                insert into passes.pass as p
                       (circle_id, account_id, source, first_day, last_day, anchor, ends_at, reads_until, tell_at)
                values (:circle, :account, :source, :first, :last, :anchor, :ends, :reads, :tell)
                on conflict (circle_id, account_id) do update
                   set source = excluded.source, plan_id = null, first_day = excluded.first_day, last_day = excluded.last_day,
                       anchor = excluded.anchor, ends_at = excluded.ends_at, reads_until = excluded.reads_until,
                       tell_at = excluded.tell_at,
                       version = p.version + 1
                """)
                .with("circle", turn.circle())
                .with("account", account)
                .with("source", source)
                .with("first", first)
                .with("last", last)
                .with("anchor", first.getDayOfMonth())
                .with("ends", endsAt)
                .with("reads", reads)
                .with(
                        "tell",
                        source.equals("promised")
                                ? Ladder.next(new Span(first, last, first.getDayOfMonth()), false, zone, turn.madeAt())
                                        .orElse(null)
                                : null)
                .run();
        validity.set(turn.circle(), account, endsAt, reads, source.equals("over") ? 0 : 9, Set.of());
    }

    private ZoneId zone(CircleId circle) {
        return circles.byId(circle)
                .map(Circle::face)
                .map(Face::zone)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }
}
