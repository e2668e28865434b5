package app.teahouse.tags;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the tags of a deleted circle, from the posts first. */
@Component
@Order(-4)
class TagsHousehold implements Household {
    private final Db db;

    TagsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var carried = db.sql("""
                delete from tags.post_tag
                 where circle_id = :circle
                   and post_id in (select post_id from tags.post_tag where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (carried > 0) {
            return true;
        }
        db.sql("delete from tags.name where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from tags.tag where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }
}
