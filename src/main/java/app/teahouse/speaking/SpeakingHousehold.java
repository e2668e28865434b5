package app.teahouse.speaking;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rulings go with their circle and with the member they are about; of staff who leave, only that somebody made them stays. */
@Component
@Order(-3)
public class SpeakingHousehold implements Household, Luggage {
    private final Db db;

    SpeakingHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from speaking.hush where circle_id = :circle")
                .with("circle", circle)
                .run();
        return db.sql("""
                delete from speaking.ruling
                 where circle_id = :circle
                   and ruling_id in (select ruling_id from speaking.ruling where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    public void forget(CircleId circle, AccountId account) {
        db.sql("delete from speaking.ruling where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update speaking.ruling
                   set made_by = nullif(made_by, :account), ended_by = nullif(ended_by, :account)
                 where circle_id = :circle and (made_by = :account or ended_by = :account)
                """).with("circle", circle).with("account", account).run();
        db.sql("update speaking.hush set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }

    private static boolean isPreset(String name) {
        return Arrays.stream(Preset.values()).anyMatch(preset -> Db.name(preset).equals(name));
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("speaking.ruling", "ruling_id")
                        .people("account_id, made_by, ended_by")
                        .check("preset", SpeakingHousehold::isPreset)
                        .most("reason, ended_reason", 500)
                        .most("about", 100),
                Crate.of("speaking.hush", "kind").people("made_by").most("reason", 300));
    }
}
