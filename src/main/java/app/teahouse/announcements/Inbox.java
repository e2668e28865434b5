package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was announced to a member, the newest first; and that they opened it, or put it away. */
@Component
class Inbox {
    private static final String COLUMNS = """
            select a.announcement_id, a.number, a.subject, a.body_html, a.excerpt, r.got_at, r.read_at
              from announcements.receipt r
              join announcements.announcement a on a.circle_id = r.circle_id and a.announcement_id = r.announcement_id
            """;

    private final Db db;
    private final AnnouncementRows rows;

    Inbox(Db db, AnnouncementRows rows) {
        this.db = db;
        this.rows = rows;
    }

    Cursor<ReceivedView> list(Member member, @Nullable Long before, int size) {
        var from = before == null ? null : one(member, before).orElseThrow(Inbox::unknown);
        var found = db.sql(COLUMNS + "where r.circle_id = :circle and r.account_id = :account")
                .and(from != null, "and (r.got_at, r.announcement_id) < (:at, :id)")
                .and(true, "order by r.got_at desc, r.announcement_id desc limit :most")
                .with("circle", member.circle())
                .with("account", member.account())
                .with("at", from == null ? null : from.at())
                .with("id", from == null ? null : Ids.parse(from.key()))
                .with("most", size + 1)
                .all((row, n) -> read(row));
        return Cursor.of(found, size, view -> String.valueOf(view.number()));
    }

    Optional<ReceivedView> one(Member member, long number) {
        return db.sql(COLUMNS + "where r.circle_id = :circle and r.account_id = :account and a.number = :number")
                .with("circle", member.circle())
                .with("account", member.account())
                .with("number", number)
                .maybe((row, n) -> read(row));
    }

    /** For a member who has it; staff look at what others have as well. */
    ReceivedView shown(Member member, long number) {
        var mine = one(member, number);
        if (mine.isPresent() || !member.isStaff()) {
            return mine.orElseThrow(Inbox::unknown);
        }
        var announcement = rows.numbered(member.circle(), number);
        return new ReceivedView(
                Ids.text(announcement.id()),
                number,
                announcement.subject(),
                announcement.html(),
                announcement.excerpt(),
                announcement.stage().beganAt() == null
                        ? announcement.madeAt()
                        : announcement.stage().beganAt(),
                true);
    }

    private static Refusal unknown() {
        return Refusal.notFound("announcement.unknown");
    }

    /** The newest that they neither opened nor put away, of those that came since. */
    Optional<ReceivedView> unread(Member member, Instant since) {
        return db.sql(COLUMNS + """
                where r.circle_id = :circle and r.account_id = :account and r.got_at > :since
                  and r.read_at is null and r.away_at is null
                order by r.got_at desc, r.announcement_id desc
                limit 1
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("since", since)
                .maybe((row, n) -> read(row));
    }

    private static ReceivedView read(ResultSet row) throws SQLException {
        return new ReceivedView(
                Ids.text(new AnnouncementId(Db.uuid(row, 1))),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Db.instant(row, 6),
                Db.maybeInstant(row, 7) != null);
    }

    /** For programs, which show it somewhere else. */
    @Transactional
    public void open(Member member, long number, Instant at) {
        var mine = one(member, number).orElseThrow(Inbox::unknown);
        opened(member.circle(), new AnnouncementId(Ids.parse(mine.key())), Map.of(member.account(), at));
    }

    /** Opened in the app by several at once; the first time counts for each. */
    @Transactional
    public void opened(CircleId circle, AnnouncementId announcement, Map<AccountId, Instant> when) {
        // The sender's lock first, as where members are told.
        db.sql(
                        "select 1 from announcements.announcement where circle_id = :circle and announcement_id = :id for no key update")
                .with("circle", circle)
                .with("id", announcement)
                .exists();
        var first = db.sql("""
                update announcements.receipt
                   set read_at = :at
                 where circle_id = :circle and announcement_id = :id and account_id = any(:accounts) and read_at is null
                """)
                .with("circle", circle)
                .with("id", announcement)
                .with("at", when.values().stream().min(Instant::compareTo).orElseThrow())
                .withIds("accounts", when.keySet())
                .run();
        if (first > 0) {
            db.sql("""
                    update announcements.announcement
                       set read_count = read_count + :first
                     where circle_id = :circle and announcement_id = :id
                    """)
                    .with("circle", circle)
                    .with("id", announcement)
                    .with("first", first)
                    .run();
        }
    }

    /** Not shown at the head of the feed any more; that is no reading. */
    @Transactional
    public void putAway(Member member, long number, Instant at) {
        var mine = one(member, number).orElseThrow(Inbox::unknown);
        db.sql("""
                update announcements.receipt
                   set away_at = :at
                 where circle_id = :circle and announcement_id = :id and account_id = :account and away_at is null
                """)
                .with("circle", member.circle())
                .with("id", Ids.parse(mine.key()))
                .with("account", member.account())
                .with("at", at)
                .run();
    }
}
