package app.teahouse.blocks;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Blocks go with their circle and with either of the two; no owner reads them, so they do not leave with a circle. */
@Component
@Order(-3)
public class BlocksHousehold implements Household, Luggage {
    private final Db db;

    BlocksHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from blocks.block
                 where circle_id = :circle
                   and (account_id, other_id) in
                       (select account_id, other_id from blocks.block where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    public void forget(CircleId circle, AccountId account) {
        db.sql("delete from blocks.block where circle_id = :circle and (account_id = :account or other_id = :account)")
                .with("circle", circle)
                .with("account", account)
                .run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("blocks.block", "whom a member blocks is nobody's but theirs"));
    }
}
