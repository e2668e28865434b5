package app.teahouse.byhand;

import app.teahouse.circles.Household;
import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What payers said and showed goes with the circle; what was booked stays in the ledger. */
@Component
@Order(-3)
class ByHandHousehold implements Household, Leaving, Luggage {
    private final Db db;

    ByHandHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from byhand.claim
                 where circle_id = :circle
                   and attempt_id in (select attempt_id from byhand.claim where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** What somebody wrote and showed as proof goes with them; what was decided stays. */
    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var circles = db.sql(
                        "select distinct circle_id from payments.account_checkout where account_id = :account limit 1000")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        db.sql("""
                update byhand.claim
                   set reference = '', words = '', picture = null, picture_type = null
                 where circle_id = any(:circles) and payer_id = :account
                """).withIds("circles", circles).with("account", account).run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("byhand.claim", "money stays with the site that took it"));
    }
}
