package app.teahouse.content;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the posts of a deleted circle; what hangs on them goes with them, so they go a few at a time. */
@Component
@Order(-4)
class ContentHousehold implements Household {
    private final Db db;

    ContentHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var posts = db.sql("""
                delete from content.post
                 where circle_id = :circle
                   and post_id in (select post_id from content.post where circle_id = :circle limit :most)
                """)
                .with("circle", circle)
                .with("most", Math.min(atMost, 100))
                .run();
        var bylines = db.sql("""
                delete from content.byline
                 where circle_id = :circle
                   and byline in (select byline from content.byline where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var counters = db.sql("delete from content.apart_counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        return posts + bylines + counters > 0;
    }
}
