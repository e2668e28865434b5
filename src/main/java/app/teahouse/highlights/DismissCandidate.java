package app.teahouse.highlights;

import app.teahouse.content.PostKey;
import app.teahouse.content.PostRows;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff put a candidate aside, so that it is not proposed any more, or bring it back. */
@Component
class DismissCandidate {
    private final Db db;
    private final Clock clock;
    private final PostRows rows;

    DismissCandidate(Db db, Clock clock, PostRows rows) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
    }

    @Transactional
    void dismiss(Staff staff, long number) {
        var post = rows.lock(staff.circle(), new PostKey(number, null)).live().facts();
        db.sql("""
                insert into highlights.dismissed (circle_id, post_id, made_by, made_at)
                values (:circle, :post, :account, :now)
                on conflict (circle_id, post_id) do nothing
                """)
                .with("circle", staff.circle())
                .with("post", post.id())
                .with("account", staff.account())
                .with("now", clock.instant())
                .run();
    }

    @Transactional
    void bringBack(Staff staff, long number) {
        var post = rows.lock(staff.circle(), new PostKey(number, null)).facts();
        db.sql("delete from highlights.dismissed where circle_id = :circle and post_id = :post")
                .with("circle", staff.circle())
                .with("post", post.id())
                .run();
    }
}
