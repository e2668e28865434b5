package app.teahouse.saved;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes the posts of a deleted circle off everybody's list. */
@Component
@Order(-4)
class SavedHousehold implements Household {
    private final Db db;

    SavedHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var passages = db.sql("""
                delete from saved.passage
                 where circle_id = :circle
                   and (account_id, number, passage_id) in
                       (select account_id, number, passage_id from saved.passage where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var posts = db.sql("""
                delete from saved.post
                 where circle_id = :circle
                   and (account_id, number) in
                       (select account_id, number from saved.post where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return passages + posts > 0;
    }
}
