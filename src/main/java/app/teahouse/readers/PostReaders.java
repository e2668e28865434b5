package app.teahouse.readers;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Discretion;
import app.teahouse.members.MemberCard;
import app.teahouse.reading.Crowd;
import app.teahouse.reading.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the readers of posts come to, and who they are. Lists know nobody who does not show what they read. */
@Component
class PostReaders {
    private final Db db;
    private final Discretion discretion;

    PostReaders(Db db, Discretion discretion) {
        this.db = db;
        this.discretion = discretion;
    }

    /** The circle's posts, the newest first, with the sums that are kept beside them. */
    Cursor<PostReport> posts(Staff staff, long before, int size) {
        var crowd = crowd(staff);
        var posts = db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, p.minutes,
                       t.readers, t.finished, t.discreet_readers, t.discreet_finished, t.seconds, t.stops
                  from content.post p
                  left join reading.tally t on t.circle_id = p.circle_id and t.number = p.number
                 where p.circle_id = :circle and p.state = 'live' and p.number < :before
                 order by p.number desc
                 limit :most
                """)
                .with("circle", staff.circle())
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> report(row, crowd));
        return Cursor.of(posts, size, post -> String.valueOf(post.number()));
    }

    /** @throws Refusal {@code post.unknown} */
    PostReport post(Staff staff, long number) {
        var crowd = crowd(staff);
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, p.minutes,
                       t.readers, t.finished, t.discreet_readers, t.discreet_finished, t.seconds, t.stops
                  from content.post p
                  left join reading.tally t on t.circle_id = p.circle_id and t.number = p.number
                 where p.circle_id = :circle and p.state = 'live' and p.number = :number
                """)
                .with("circle", staff.circle())
                .with("number", number)
                .maybe((row, n) -> report(row, crowd))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
    }

    Crowd crowd(Staff staff) {
        return new Crowd(discretion.count(staff.circle()));
    }

    private static PostReport report(ResultSet row, Crowd crowd) throws SQLException {
        return new PostReport(
                row.getLong(1),
                MyReading.name(row.getString(2), row.getString(3)),
                Db.instant(row, 4),
                row.getInt(5),
                Counted.of(Tally.read(row, 6), crowd));
    }

    /** Those who opened it last come first. */
    Cursor<PostReader> readers(Staff staff, long number, @Nullable String before, int size) {
        var key = Key.parse(before);
        var readers = db.sql("""
                select m.account_id, m.number, m.alias, m.picture, m.role, o.part, o.seconds, o.opened_at, o.finished_at
                  from reading.position o
                  join members.membership m
                    on m.circle_id = o.circle_id and m.account_id = o.account_id and m.state = 'active' and not m.discreet
                 where o.circle_id = :circle and o.number = :number and o.opened_at <= :at
                   and (o.opened_at < :at or m.number < :member)
                 order by o.opened_at desc, m.number desc
                 limit :most
                """)
                .with("circle", staff.circle())
                .with("number", number)
                .with("at", key.at())
                .with("member", key.number())
                .with("most", size + 1)
                .all((row, n) -> new PostReader(
                        card(row, 1), row.getInt(6), row.getInt(7), Db.instant(row, 8), Db.maybeInstant(row, 9)));
        return Cursor.of(
                readers, size, one -> new Key(one.openedAt(), one.card().number()).text());
    }

    /** Reads the columns account_id, number, alias, picture, role of somebody active. */
    static MemberCard card(ResultSet row, int from) throws SQLException {
        return new MemberCard(
                new AccountId(Db.uuid(row, from)),
                row.getLong(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                Db.constant(Role.class, row.getString(from + 4)),
                true);
    }
}
