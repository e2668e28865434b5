package app.teahouse.mail;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the operator reads of the outbox: without an SMTP server, this is where the letters are handed out from. */
@Component
public class Outbox {
    private static final int PAGE = 50;

    private final Db db;

    Outbox(Db db) {
        this.db = db;
    }

    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    /** A letter in the list. */
    public record Line(
            UUID id,
            String to,
            String subject,
            State state,
            int tries,
            Instant madeAt,
            Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {}

    /** A letter opened; its text is empty where it held a secret and has been sent. */
    public record Sheet(Line line, String text) {}

    /** The newest letters, or those before one. */
    public Cursor<Line> list(Operator operator, @Nullable State state, @Nullable UUID before) {
        var lines = db.sql("""
                select message_id, recipient, subject, state, tries, made_at, next_at, sent_at, last_error
                  from mail.message
                 where true
                """)
                .and(state != null, "and state = :state")
                .and(before != null, "and message_id < :before")
                .and(true, "order by message_id desc limit :limit")
                .with("state", state)
                .with("before", before)
                .with("limit", PAGE + 1)
                .all((row, n) -> line(row));
        return Cursor.of(lines, PAGE, line -> line.id().toString());
    }

    public Sheet one(Operator operator, UUID id) {
        return db.sql("""
                select message_id, recipient, subject, state, tries, made_at, next_at, sent_at, last_error, body_text
                  from mail.message
                 where bucket = :bucket and message_id = :id
                """)
                .with("bucket", Mail.bucket(id))
                .with("id", id)
                .maybe((row, n) -> new Sheet(line(row), row.getString(10)))
                .orElseThrow(() -> Refusal.notFound("letter.unknown"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Db.uuid(row, 1),
                row.getString(2),
                row.getString(3),
                Db.constant(State.class, row.getString(4)),
                row.getInt(5),
                Db.instant(row, 6),
                Db.instant(row, 7),
                Db.maybeInstant(row, 8),
                row.getString(9));
    }
}
