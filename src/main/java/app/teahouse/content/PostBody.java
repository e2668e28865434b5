package app.teahouse.content;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Markdown of a post, for its author to change. */
@Component
class PostBody {
    private final Db db;

    PostBody(Db db) {
        this.db = db;
    }

    /** {@code publishAt} is null once the post is published. */
    record Words(
            PostId id,
            String title,
            String body,
            int edits,
            @Nullable Instant publishAt) {}

    Words own(Member member, PostKey key) {
        return db.sql("""
                select post_id, title, body, edits, case when state in ('scheduled', 'held') then publish_at end
                  from content.post
                 where circle_id = :circle and author_id = :author and state <> 'deleted'
                """)
                .and(key.number() != null, "and number = :number")
                .and(key.number() == null, "and post_id = :id")
                .with("circle", member.circle())
                .with("author", member.account())
                .with("number", key.number())
                .with("id", key.id())
                .maybe((row, n) -> new Words(
                        new PostId(Db.uuid(row, 1)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        Db.maybeInstant(row, 5)))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
    }
}
