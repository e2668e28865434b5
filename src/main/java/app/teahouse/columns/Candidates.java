package app.teahouse.columns;

import app.teahouse.guard.Reader;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.sheet.Neighbour;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The posts that a column does not hold yet, newest first, for whoever arranges it. */
@Component
class Candidates {
    private static final int SIZE = 10;

    private final Db db;
    private final Clock clock;

    Candidates(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Cursor<Neighbour> of(Member member, ColumnFace column, @Nullable Long before) {
        var posts = db.sql("""
                select p.number, p.title,
                       case when p.locks = '{}' and p.published_at >= :from then p.excerpt else '' end
                  from content.post p
                 where p.circle_id = :circle and p.state = 'live'
                   and not exists (select 1
                                     from columns.item i
                                    where i.circle_id = p.circle_id and i.column_id = :column and i.post_id = p.post_id)
                """)
                .and(before != null, "and p.number < :before")
                .and(true, "order by p.number desc limit :most")
                .with("circle", member.circle())
                .with("column", column.id())
                .with("from", Reader.of(member).from(clock.instant()))
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> new Neighbour(row.getLong(1), row.getString(2), row.getString(3)));
        return Cursor.of(posts, SIZE, post -> Long.toString(post.number()));
    }
}
