package app.teahouse.verdicts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of decisions, and who may read them: operators, and those who lead the circle. */
@Component
class VerdictRows {
    static final int SIZE = 20;
    private static final int MOST_LINES = 200;

    private final Db db;

    VerdictRows(Db db) {
        this.db = db;
    }

    /** Appeals that wait, who waits longest first. */
    List<Verdict> waiting(Operator operator, int most) {
        return db.sql("""
                select circle_id, verdict_id, kind, reason, until, complaint_id, made_at, over_at, over_why, appeal, appealed_at
                  from verdicts.verdict
                 where appeal = 'open'
                 order by appealed_at, verdict_id
                 limit :most
                """).with("most", most).all((row, n) -> verdict(row));
    }

    boolean noneWaits() {
        return !db.sql("select 1 from verdicts.verdict where appeal = 'open' limit 1")
                .exists();
    }

    /** All decisions of the site, the newest first. */
    Cursor<Verdict> all(Operator operator, @Nullable VerdictId before) {
        var rows = db.sql("""
                select circle_id, verdict_id, kind, reason, until, complaint_id, made_at, over_at, over_why, appeal, appealed_at
                  from verdicts.verdict
                 where true
                """)
                .and(before != null, "and verdict_id < :before")
                .and(true, "order by verdict_id desc limit :most")
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> verdict(row));
        return Cursor.of(rows, SIZE, Verdict::key);
    }

    Cursor<Verdict> of(Operator operator, CircleId circle, @Nullable VerdictId before) {
        return of(circle, before);
    }

    Cursor<Verdict> of(Partner partner, @Nullable VerdictId before) {
        return of(partner.circle(), before);
    }

    private Cursor<Verdict> of(CircleId circle, @Nullable VerdictId before) {
        var rows = db.sql("""
                select circle_id, verdict_id, kind, reason, until, complaint_id, made_at, over_at, over_why, appeal, appealed_at
                  from verdicts.verdict
                 where circle_id = :circle
                """)
                .and(before != null, "and verdict_id < :before")
                .and(true, "order by verdict_id desc limit :most")
                .with("circle", circle)
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> verdict(row));
        return Cursor.of(rows, SIZE, Verdict::key);
    }

    /** Of a circle whose owner asks, or whose operator does. */
    Verdict one(CircleId circle, VerdictId id) {
        return db.sql("""
                select circle_id, verdict_id, kind, reason, until, complaint_id, made_at, over_at, over_why, appeal, appealed_at
                  from verdicts.verdict
                 where circle_id = :circle and verdict_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> verdict(row))
                .orElseThrow(() -> Refusal.notFound("verdict.unknown"));
    }

    /** Locks the row, so that of an answer, an appeal and an end at once each sees what came before it. */
    Verdict lock(CircleId circle, VerdictId id) {
        return db.sql("""
                select circle_id, verdict_id, kind, reason, until, complaint_id, made_at, over_at, over_why, appeal, appealed_at
                  from verdicts.verdict
                 where circle_id = :circle and verdict_id = :id
                   for no key update
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> verdict(row))
                .orElseThrow(() -> Refusal.notFound("verdict.unknown"));
    }

    List<Verdict.Line> lines(Verdict verdict) {
        return db.sql("""
                select by_operator, text, made_at
                  from verdicts.line
                 where circle_id = :circle and verdict_id = :id
                 order by line_id
                 limit :most
                """)
                .with("circle", verdict.circle())
                .with("id", verdict.id())
                .with("most", MOST_LINES)
                .all((row, n) -> new Verdict.Line(row.getBoolean(1), row.getString(2), Db.instant(row, 3)));
    }

    /** Answers the line's id. */
    UUID say(Verdict verdict, boolean byOperator, AccountId account, String text, Instant now) {
        var line = Ids.next();
        db.sql("""
                insert into verdicts.line (circle_id, verdict_id, line_id, by_operator, account_id, text, made_at)
                values (:circle, :verdict, :line, :operator, :account, :text, :now)
                """)
                .with("circle", verdict.circle())
                .with("verdict", verdict.id())
                .with("line", line)
                .with("operator", byOperator)
                .with("account", account)
                .with("text", text)
                .with("now", now)
                .run();
        return line;
    }

    static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                new CircleId(Db.uuid(row, 1)),
                new VerdictId(Db.uuid(row, 2)),
                Db.constant(Verdict.Kind.class, row.getString(3)),
                row.getString(4),
                Db.maybeInstant(row, 5),
                Db.maybeUuid(row, 6),
                Db.instant(row, 7),
                Db.maybeInstant(row, 8),
                row.getString(9),
                Db.constant(Verdict.Appeal.class, row.getString(10)),
                Db.maybeInstant(row, 11));
    }
}
