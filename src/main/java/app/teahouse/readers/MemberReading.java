package app.teahouse.readers;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads what one member has opened and finished, for the circle's staff. Of who does not show it the answer is the same as of who has
 * read nothing.
 */
@Component
class MemberReading {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;

    MemberReading(Db db) {
        this.db = db;
    }

    private record Found(MemberCard card, boolean discreet) {}

    MemberCard member(Staff staff, long number) {
        return found(staff, number).card();
    }

    /** @throws Refusal {@code member.unknown} */
    private Found found(Staff staff, long number) {
        return db.sql("""
                select account_id, number, alias, picture, role, discreet
                  from members.membership
                 where circle_id = :circle and number = :number and state = 'active'
                """)
                .with("circle", staff.circle())
                .with("number", number)
                .maybe((row, n) -> new Found(PostReaders.card(row, 1), row.getBoolean(6)))
                .orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    /** The newest posts first. */
    Cursor<ReadPost> posts(Staff staff, long number, long before, int size) {
        var found = found(staff, number);
        var posts = db.sql("""
                select o.number, p.title, p.excerpt, p.minutes, o.part, o.seconds, o.finished_at is not null,
                       coalesce(o.finished_at, o.moved_at)
                  from reading.position o
                  join content.post p on p.circle_id = o.circle_id and p.number = o.number and p.state = 'live'
                 where o.circle_id = :circle and o.account_id = :account and o.number < :before
                 order by o.number desc
                 limit :most
                """)
                .with("circle", staff.circle())
                .with(
                        "account",
                        found.discreet() ? NOBODY : found.card().account().value())
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> new ReadPost(
                        staff.member().face(),
                        row.getLong(1),
                        MyReading.name(row.getString(2), row.getString(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getBoolean(7),
                        Db.instant(row, 8)));
        return Cursor.of(posts, size, post -> String.valueOf(post.number()));
    }
}
