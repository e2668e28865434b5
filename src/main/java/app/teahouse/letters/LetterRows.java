package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of letters. */
@Component
class LetterRows {
    private final Db db;

    LetterRows(Db db) {
        this.db = db;
    }

    /** A letter with the beginning of its last line. */
    record Listed(Letter letter, String last) {}

    Optional<Letter> find(CircleId circle, LetterId id) {
        return one(circle, id, false);
    }

    /** Held until the caller's transaction ends. */
    Optional<Letter> lock(CircleId circle, LetterId id) {
        return one(circle, id, true);
    }

    private Optional<Letter> one(CircleId circle, LetterId id, boolean locked) {
        return db.sql("""
                select circle_id, letter_id, account_id, matter, about, subject, state, waits, waits_since, opened_at, last_at,
                       closed_at, closed_by
                  from letters.letter
                 where circle_id = :circle and letter_id = :id
                """)
                .and(locked, "for no key update")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> read(row));
    }

    /** The open one of a matter. */
    Optional<LetterId> open(
            CircleId circle, AccountId account, Letter.Matter matter, @Nullable UUID about, String subject) {
        return db.sql("""
                select letter_id
                  from letters.letter
                 where circle_id = :circle and account_id = :account and matter = :matter
                   and about is not distinct from :about::uuid and subject = :subject and state = 'open'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("matter", matter)
                .with("about", about)
                .with("subject", subject)
                .maybe((row, n) -> new LetterId(Db.uuid(row, 1)));
    }

    void add(Letter letter) {
        db.sql("""
                insert into letters.letter
                       (circle_id, letter_id, account_id, matter, about, subject, state, waits, waits_since, opened_at, last_at)
                values (:circle, :id, :account, :matter, :about, :subject, :state, :waits, :since, :opened, :last)
                """)
                .with("circle", letter.circle())
                .with("id", letter.id())
                .with("account", letter.account())
                .with("matter", letter.matter())
                .with("about", letter.about())
                .with("subject", letter.subject())
                .with("state", letter.state())
                .with("waits", letter.waits())
                .with("since", letter.waitsSince())
                .with("opened", letter.openedAt())
                .with("last", letter.lastAt())
                .run();
    }

    void add(Letter letter, LetterLine line) {
        db.sql("""
                insert into letters.line (circle_id, letter_id, line_id, author_id, staff, text, made_at)
                values (:circle, :letter, :id, :author, :staff, :text, :at)
                """)
                .with("circle", letter.circle())
                .with("letter", letter.id())
                .with("id", line.id())
                .with("author", line.author())
                .with("staff", line.staff())
                .with("text", line.text())
                .with("at", line.madeAt())
                .run();
    }

    /** It is open, and the other one's turn. Who waits longer keeps the place. */
    void turn(Letter letter, Letter.Waits waits, Instant now) {
        db.sql("""
                update letters.letter
                   set state = 'open', closed_at = null, closed_by = null, last_at = :now, waits = :waits,
                       waits_since = case when waits = :waits and state = 'open' then waits_since else :now end
                 where circle_id = :circle and letter_id = :id
                """)
                .with("circle", letter.circle())
                .with("id", letter.id())
                .with("waits", waits)
                .with("now", now)
                .run();
    }

    void close(CircleId circle, LetterId id, AccountId by, Instant now) {
        db.sql("""
                update letters.letter
                   set state = 'closed', closed_at = :now, closed_by = :by
                 where circle_id = :circle and letter_id = :id and state = 'open'
                """)
                .with("circle", circle)
                .with("id", id)
                .with("by", by)
                .with("now", now)
                .run();
    }

    /** The newest first. */
    Cursor<LetterLine> lines(CircleId circle, LetterId letter, @Nullable LineId before, int size) {
        var found = db.sql("""
                select line_id, author_id, staff, text, made_at
                  from letters.line
                 where circle_id = :circle and letter_id = :letter
                """)
                .and(before != null, "and line_id < :before")
                .and(true, "order by line_id desc limit :most")
                .with("circle", circle)
                .with("letter", letter)
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> new LetterLine(
                        new LineId(Db.uuid(row, 1)),
                        account(row, 2),
                        row.getBoolean(3),
                        row.getString(4),
                        Db.instant(row, 5)));
        return Cursor.of(found, size, line -> Ids.text(line.id()));
    }

    /** A member's own, the newest first. */
    Cursor<Listed> of(CircleId circle, AccountId account, @Nullable LetterId before, int size) {
        return page(
                letters(circle)
                        .and(true, "and t.account_id = :account")
                        .and(before != null, "and t.letter_id < :before")
                        .and(true, "order by t.letter_id desc limit :most")
                        .with("account", account)
                        .with("before", before),
                size);
    }

    /** Open ones of others, who waits longest first. */
    Cursor<Listed> waiting(Staff reader, Letter.Waits waits, @Nullable LetterId after, int size) {
        return page(
                letters(reader.circle())
                        .and(true, "and t.state = 'open' and t.waits = :waits and t.account_id <> :reader")
                        .with("reader", reader.account())
                        .and(after != null, """
                           and (t.waits_since, t.letter_id) > (select a.waits_since, a.letter_id from letters.letter a
                                                                where a.circle_id = :circle and a.letter_id = :after)
                        """)
                        .and(true, "order by t.waits_since, t.letter_id limit :most")
                        .with("waits", waits)
                        .with("after", after),
                size);
    }

    /** Those of others, the newest first. */
    Cursor<Listed> closed(Staff reader, @Nullable LetterId before, int size) {
        return page(
                letters(reader.circle())
                        .and(true, "and t.state = 'closed' and t.account_id <> :reader")
                        .with("reader", reader.account())
                        .and(before != null, "and t.letter_id < :before")
                        .and(true, "order by t.letter_id desc limit :most")
                        .with("before", before),
                size);
    }

    private Db.Statement letters(CircleId circle) {
        return db.sql("""
                select t.circle_id, t.letter_id, t.account_id, t.matter, t.about, t.subject, t.state, t.waits, t.waits_since, t.opened_at,
                       t.last_at, t.closed_at, t.closed_by,
                       (select left(n.text, 140)
                          from letters.line n
                         where n.circle_id = t.circle_id and n.letter_id = t.letter_id
                         order by n.line_id desc
                         limit 1)
                  from letters.letter t
                 where t.circle_id = :circle
                """).with("circle", circle);
    }

    private static Cursor<Listed> page(Db.Statement asked, int size) {
        var found = asked.with("most", size + 1).all((row, n) -> listed(row));
        return Cursor.of(found, size, one -> Ids.text(one.letter().id()));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        var last = row.getString(14);
        return new Listed(read(row), last == null ? "" : last);
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                new CircleId(Db.uuid(row, 1)),
                new LetterId(Db.uuid(row, 2)),
                new AccountId(Db.uuid(row, 3)),
                Db.constant(Letter.Matter.class, row.getString(4)),
                Db.maybeUuid(row, 5),
                row.getString(6),
                Db.constant(Letter.State.class, row.getString(7)),
                Db.constant(Letter.Waits.class, row.getString(8)),
                Db.instant(row, 9),
                Db.instant(row, 10),
                Db.instant(row, 11),
                Db.maybeInstant(row, 12),
                account(row, 13));
    }

    private static @Nullable AccountId account(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new AccountId(id);
    }
}
