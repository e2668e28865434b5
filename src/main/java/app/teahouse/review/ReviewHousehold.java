package app.teahouse.review;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The queue goes with its circle; of people who leave, only that somebody wrote and somebody decided stays. */
@Component
@Order(-4)
class ReviewHousehold implements Household, Luggage {
    private final Db db;

    ReviewHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from review.item
                 where circle_id = :circle
                   and item_id in (select item_id from review.item where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    void forget(CircleId circle, AccountId account) {
        db.sql("delete from review.item where circle_id = :circle and kind = 'member' and thing_id = :account::uuid")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update review.item
                   set author_id = nullif(author_id, :account), decided_by = nullif(decided_by, :account),
                       reversed_by = nullif(reversed_by, :account),
                       seen_until = case when seen_by = :account then null else seen_until end, seen_by = nullif(seen_by, :account)
                 where circle_id = :circle
                   and (author_id = :account or decided_by = :account or reversed_by = :account or seen_by = :account)
                """).with("circle", circle).with("account", account).run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays(
                "review.item", "what waits is decided where it was said; what was decided stands in the log"));
    }
}
