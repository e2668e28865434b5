package app.teahouse.content;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import java.util.List;
import org.springframework.stereotype.Component;

/** A member's own posts that wait for their moment or for the staff, the next one first; so that nobody loses sight of them. */
@Component
class WaitingPosts {
    private static final int MOST = 20;

    private final Db db;

    WaitingPosts(Db db) {
        this.db = db;
    }

    List<WaitingPost> of(Member member) {
        return db.sql("""
                select post_id, title, excerpt, publish_at, state = 'held'
                  from content.post
                 where circle_id = :circle and author_id = :author and state in ('scheduled', 'held')
                 order by publish_at, post_id
                 limit :most
                """)
                .with("circle", member.circle())
                .with("author", member.account())
                .with("most", MOST)
                .all((row, n) -> new WaitingPost(
                        "/c/" + member.face().slug() + "/p/" + Ids.text(new PostId(Db.uuid(row, 1))),
                        row.getString(2).isEmpty() ? Posts.shortened(row.getString(3)) : row.getString(2),
                        Db.maybeInstant(row, 4),
                        row.getBoolean(5)));
    }
}
