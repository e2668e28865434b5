package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads passes and the pieces they were made of. */
@Component
public class Passes {
    private final Db db;

    Passes(Db db) {
        this.db = db;
    }

    public Optional<Pass> of(CircleId circle, AccountId account) {
        return read(circle, account, false);
    }

    /** As {@link #of}, and nobody changes it until this transaction ends: two payments at once follow on each other. */
    public Optional<Pass> lock(CircleId circle, AccountId account) {
        return read(circle, account, true);
    }

    private Optional<Pass> read(CircleId circle, AccountId account, boolean locked) {
        return db.sql("""
                select plan_id, source, first_day, last_day, anchor, ends_at, reads_until, tried, automatic, next_plan_id, refunds,
                       barred, version
                  from passes.pass
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .and(locked, "for no key update")
                .maybe((row, n) -> new Pass(
                        circle,
                        account,
                        plan(row, 1),
                        Db.constant(Pass.Source.class, row.getString(2)),
                        span(row, 3),
                        Db.maybeInstant(row, 6),
                        Db.maybeInstant(row, 7),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        plan(row, 10),
                        row.getInt(11),
                        row.getBoolean(12),
                        row.getLong(13)));
    }

    /** @param last null for good */
    public record Paid(AccountId account, @Nullable LocalDate last) {}

    /** Whose time was paid for, by them or as a present, and is still to come, in the order of their ids. */
    public List<Paid> paid(CircleId circle, @Nullable AccountId after, Instant now, int most) {
        return db.sql("""
                select account_id, last_day
                  from passes.pass
                 where circle_id = :circle and source in ('paid', 'gift') and (ends_at is null or ends_at > :now)
                """)
                .and(after != null, "and account_id > :after")
                .and(true, "order by account_id limit :most")
                .with("circle", circle)
                .with("now", now)
                .with("after", after)
                .with("most", most)
                .all((row, n) -> new Paid(new AccountId(Db.uuid(row, 1)), Db.maybeDay(row, 2)));
    }

    /** @param last the last day that somebody was promised for nothing, or null where they were promised none */
    public record Priced(Instant since, @Nullable LocalDate last) {}

    /** Why somebody is out who was in a circle for nothing: since when it costs something. Nothing for everybody else. */
    public Optional<Priced> priced(CircleId circle, AccountId account, Instant now) {
        return db.sql("""
                select t.made_at, t.until_day
                  from passes.turn t
                  join passes.pass p on p.circle_id = t.circle_id and p.account_id = :account
                  join members.membership m on m.circle_id = t.circle_id and m.account_id = p.account_id
                 where t.circle_id = :circle and m.role in ('member', 'volunteer')
                   -- Only this leaves a time that ended before it began.
                   and ((t.choice = 'pay' and p.source = 'over' and p.last_day < p.first_day)
                        or (t.choice = 'promised' and p.source = 'promised' and p.last_day = t.until_day and p.reads_until <= :now))
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", now)
                .maybe((row, n) -> new Priced(Db.instant(row, 1), Db.maybeDay(row, 2)));
    }

    /** The kept card by which somebody's time renews itself; it may have been removed since. */
    public Optional<UUID> means(CircleId circle, AccountId account) {
        return db.sql("""
                select means_id
                  from passes.pass
                 where circle_id = :circle and account_id = :account and means_id is not null
                """).with("circle", circle).with("account", account).maybe((row, n) -> Db.uuid(row, 1));
    }

    /**
     * A piece of time that was bought or given.
     *
     * @param id the order's, where it was bought
     */
    public record Piece(UUID id, @Nullable PlanId plan, Pass.Source source, Span span, Money paid) {}

    /** What somebody's time is made of now, the newest piece first. */
    public List<Piece> pieces(CircleId circle, AccountId account) {
        return db.sql("""
                select span_id, plan_id, source, first_day, last_day, anchor, amount, currency
                  from passes.span
                 where circle_id = :circle and account_id = :account and ended_at is null
                 order by made_at desc, span_id desc
                 limit 200
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Piece(
                        Db.uuid(row, 1),
                        plan(row, 2),
                        Db.constant(Pass.Source.class, row.getString(3)),
                        span(row, 4),
                        Money.of(row.getLong(7), row.getString(8))));
    }

    /** The piece of today: the newest, where a better plan was bought in the middle of another. Nothing before and after all of them. */
    public static Optional<Piece> current(List<Piece> pieces, LocalDate today) {
        return pieces.stream().filter(piece -> piece.span().covers(today)).findFirst();
    }

    private static @Nullable PlanId plan(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new PlanId(id);
    }

    private static Span span(ResultSet row, int column) throws SQLException {
        return new Span(
                Objects.requireNonNull(Db.maybeDay(row, column)), Db.maybeDay(row, column + 1), row.getInt(column + 2));
    }
}
