package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff protect one post otherwise than its circle, or let it be as the circle is. */
@Component
public class ProtectPost {
    private final Db db;
    private final PostRows rows;
    private final PostMarks marks;

    ProtectPost(Db db, PostRows rows, PostMarks marks) {
        this.db = db;
        this.rows = rows;
        this.marks = marks;
    }

    /** What can be chosen for a post. */
    public enum Protection {
        AS_CIRCLE,
        ON,
        OFF
    }

    /** @throws Refusal {@code post.protection-unknown} */
    static Protection of(String wish) {
        return switch (wish) {
            case "as_circle" -> Protection.AS_CIRCLE;
            case "on" -> Protection.ON;
            case "off" -> Protection.OFF;
            default -> throw Refusal.invalid("protection", "post.protection-unknown");
        };
    }

    Protection chosen(Staff staff, PostKey key) {
        return db
                .sql("select protection from content.post where circle_id = :circle")
                .and(key.number() != null, "and number = :number")
                .and(key.number() == null, "and post_id = :id")
                .with("circle", staff.circle())
                .with("number", key.number())
                .with("id", key.id())
                .all((row, n) -> Optional.ofNullable(row.getObject(1, Boolean.class)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(on -> on ? Protection.ON : Protection.OFF)
                .orElse(Protection.AS_CIRCLE);
    }

    @Transactional
    public Post.Facts protect(Staff staff, PostKey key, Protection protection) {
        var post = rows.lock(staff.circle(), key).live().facts();
        marks.protect(staff, post.id(), protection == Protection.AS_CIRCLE ? null : protection == Protection.ON);
        return post;
    }
}
