package app.teahouse.content;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.reactions.Counted;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the number beside a post right when somebody's reactions go with their account. */
@Component
class PostReactionCount implements Counted {
    private final Db db;

    PostReactionCount(Db db) {
        this.db = db;
    }

    @Override
    public void takenBack(CircleId circle, UUID target) {
        db.sql(
                        "update content.post set reaction_count = reaction_count - 1 where circle_id = :circle and post_id = :id")
                .with("circle", circle)
                .with("id", target)
                .run();
    }
}
