package app.teahouse.highlights;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that was picked or taken back in a circle, the newest first; for the staff. */
@Component
class PastHighlights {
    static final int SIZE = 50;

    private final Db db;

    PastHighlights(Db db) {
        this.db = db;
    }

    Cursor<Past> of(Staff staff, @Nullable String before) {
        var found = db.sql("""
                select l.log_id, p.number, p.title, p.excerpt, l.act = 'picked', m.alias, l.why, l.made_at
                  from curation.highlight_log l
                  join content.post p on p.circle_id = l.circle_id and p.post_id = l.post_id
                  left join members.membership m on m.circle_id = l.circle_id and m.account_id = l.account_id
                 where l.circle_id = :circle and l.log_id < :before
                 order by l.log_id desc
                 limit :most
                """)
                .with("circle", staff.circle())
                .with("before", before == null ? new UUID(-1, -1) : Ids.parse(before))
                .with("most", SIZE + 1)
                .all((row, n) -> new Past(
                        Ids.text(new PostId(Db.uuid(row, 1))),
                        row.getLong(2),
                        Posts.named(row.getString(3), row.getString(4), row.getLong(2)),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getString(7),
                        Db.instant(row, 8)));
        return Cursor.of(found, SIZE, Past::key);
    }
}
