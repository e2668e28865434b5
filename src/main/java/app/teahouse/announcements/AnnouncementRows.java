package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads announcements, and locks one. */
@Component
class AnnouncementRows {
    private static final String COLUMNS = """
            select announcement_id, number, state, subject, body, body_html, excerpt, segment_id, audience, by_mail, edits,
                   made_by, made_at, sent_by, send_at, began_at, ended_at, cursor,
                   expected, reached, read_count, mailed, limited, unsubscribed, unaddressed
              from announcements.announcement
            """;

    private final Db db;

    AnnouncementRows(Db db) {
        this.db = db;
    }

    /** @throws Refusal {@code announcement.unknown} */
    Announcement numbered(CircleId circle, long number) {
        return db.sql(COLUMNS + "where circle_id = :circle and number = :number")
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> read(circle, row))
                .orElseThrow(() -> Refusal.notFound("announcement.unknown"));
    }

    /** Held until the end, so that nobody changes, sends or stops it meanwhile. */
    Announcement locked(CircleId circle, long number) {
        return db.sql(COLUMNS + "where circle_id = :circle and number = :number for no key update")
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> read(circle, row))
                .orElseThrow(() -> Refusal.notFound("announcement.unknown"));
    }

    /** Held, so that two who send it never take the same members, and a stop waits for the members that are being told. */
    Optional<Announcement> locked(CircleId circle, AnnouncementId id) {
        return db.sql(COLUMNS + "where circle_id = :circle and announcement_id = :id for no key update")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> read(circle, row));
    }

    /** What has not been sent to the end, the newest first; they are few. */
    List<Announcement> unsent(CircleId circle) {
        return db.sql(COLUMNS + """
                where circle_id = :circle and state in ('draft', 'scheduled', 'sending')
                order by number desc
                limit :most
                """)
                .with("circle", circle)
                .with("most", DraftAnnouncement.MOST)
                .all((row, n) -> read(circle, row));
    }

    /** What was sent, or stopped on its way: the newest first. */
    Cursor<Announcement> ended(CircleId circle, @Nullable Long before, int size) {
        var from = before == null ? null : numbered(circle, before);
        var rows = db.sql(COLUMNS + "where circle_id = :circle and began_at is not null")
                .and(from != null, "and (began_at, announcement_id) < (:began, :id)")
                .and(true, "order by began_at desc, announcement_id desc limit :most")
                .with("circle", circle)
                .with("began", from == null ? null : from.stage().beganAt())
                .with("id", from == null ? null : from.id())
                .with("most", size + 1)
                .all((row, n) -> read(circle, row));
        return Cursor.of(rows, size, row -> String.valueOf(row.number()));
    }

    private static Announcement read(CircleId circle, ResultSet row) throws SQLException {
        return new Announcement(
                circle,
                new AnnouncementId(Db.uuid(row, 1)),
                row.getLong(2),
                Stage.of(
                        row.getString(3), Db.maybeInstant(row, 15), Db.maybeInstant(row, 16), Db.maybeInstant(row, 17)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Db.maybeUuid(row, 8),
                row.getString(9),
                row.getBoolean(10),
                row.getInt(11),
                account(Db.maybeUuid(row, 12)),
                Db.instant(row, 13),
                account(Db.maybeUuid(row, 14)),
                Db.maybeUuid(row, 18),
                new Tally(
                        row.getLong(19),
                        row.getLong(20),
                        row.getLong(21),
                        row.getLong(22),
                        row.getLong(23),
                        row.getLong(24),
                        row.getLong(25)));
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }
}
