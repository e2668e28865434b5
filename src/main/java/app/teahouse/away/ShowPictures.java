package app.teahouse.away;

import app.teahouse.circles.Circles;
import app.teahouse.content.RenderAgain;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes posts anew whose pictures have come. */
@Component
class ShowPictures {
    private static final int AT_ONCE = 50;

    private final Db db;
    private final Circles circles;
    private final RenderAgain renderAgain;
    private final TransactionTemplate transaction;

    ShowPictures(Db db, Circles circles, RenderAgain renderAgain, TransactionTemplate transaction) {
        this.db = db;
        this.circles = circles;
        this.renderAgain = renderAgain;
        this.transaction = transaction;
    }

    private record Post(CircleId circle, long number) {}

    /** Answers whether there were any. */
    boolean some() {
        var due = db.sql("""
                select distinct circle_id, number
                  from away.use
                 where due
                 limit :most
                """)
                .with("most", AT_ONCE)
                .all((row, n) -> new Post(new CircleId(Db.uuid(row, 1)), row.getLong(2)));
        for (var post : due) {
            var face = circles.byId(post.circle()).map(circle -> circle.face());
            transaction.executeWithoutResult(_ -> show(post, face.orElse(null)));
        }
        return !due.isEmpty();
    }

    /** What becomes due while the post is made anew stays due. */
    private void show(Post post, @Nullable Face face) {
        db.sql("update away.use set due = false where circle_id = :circle and number = :number and due")
                .with("circle", post.circle())
                .with("number", post.number())
                .run();
        if (face != null) {
            renderAgain.again(face, post.number());
        }
    }
}
