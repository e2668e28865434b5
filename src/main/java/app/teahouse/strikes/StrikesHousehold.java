package app.teahouse.strikes;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Strikes go with their circle and with the member they are about; of staff who leave, only that somebody noted them stays. */
@Component
@Order(-3)
class StrikesHousehold implements Household, Luggage {
    private final Db db;

    StrikesHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from strikes.rung where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from strikes.ladder where circle_id = :circle")
                .with("circle", circle)
                .run();
        return db.sql("""
                delete from strikes.strike
                 where circle_id = :circle
                   and strike_id in (select strike_id from strikes.strike where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    void forget(CircleId circle, AccountId account) {
        db.sql("delete from strikes.strike where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update strikes.strike
                   set made_by = nullif(made_by, :account), undone_by = nullif(undone_by, :account)
                 where circle_id = :circle and (made_by = :account or undone_by = :account)
                """).with("circle", circle).with("account", account).run();
        db.sql("update strikes.ladder set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("strikes.strike", "strike_id")
                        .people("account_id, made_by, undone_by")
                        .most("reason", 500)
                        .most("about", 100),
                Crate.of("strikes.ladder", "").people("made_by"),
                Crate.of("strikes.rung", "strikes"));
    }
}
