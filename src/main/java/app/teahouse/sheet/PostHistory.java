package app.teahouse.sheet;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a post said before its edits, for its author and the staff. */
@Component
class PostHistory {
    private final Db db;

    PostHistory(Db db) {
        this.db = db;
    }

    /** The versions, newest first, at most a hundred. */
    List<PostVersion> of(Member member, PostView post) {
        if (!post.powers().history()) {
            throw Refusal.notAllowed("post.history-closed");
        }
        return db.sql("""
                select version, title, html, body, replaced_at
                  from content.post_history
                 where circle_id = :circle and post_id = :post
                 order by version desc
                 limit 100
                """)
                .with("circle", member.circle())
                .with("post", post.id())
                .all((row, n) -> new PostVersion(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), Db.instant(row, 5)));
    }
}
