package app.teahouse.removals;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Removals go with their circle and with the member they are about; of staff who leave, only that somebody decided stays. */
@Component
@Order(-4)
class RemovalsHousehold implements Household, Luggage {
    private final Db db;

    RemovalsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var words = db.sql("""
                delete from removals.word
                 where circle_id = :circle
                   and (removal_id, kind, thing_id) in
                       (select removal_id, kind, thing_id from removals.word where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var removals = db.sql("""
                delete from removals.removal
                 where circle_id = :circle
                   and removal_id in (select removal_id from removals.removal where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return words == atMost || removals == atMost;
    }

    /** Takes the traces of an account that is deleted out of one circle. */
    void forget(CircleId circle, AccountId account) {
        db.sql("""
                delete from removals.word
                 where circle_id = :circle
                   and removal_id in (select removal_id from removals.removal
                                       where circle_id = :circle and account_id = :account)
                """).with("circle", circle).with("account", account).run();
        db.sql("delete from removals.removal where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("""
                update removals.removal
                   set made_by = nullif(made_by, :account), money_by = nullif(money_by, :account),
                       undone_by = nullif(undone_by, :account), words_by = nullif(words_by, :account)
                 where circle_id = :circle
                   and (made_by = :account or money_by = :account or undone_by = :account or words_by = :account)
                """).with("circle", circle).with("account", account).run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("removals.removal", "removal_id")
                        .people("account_id, made_by, money_by, undone_by, words_by")
                        .most("reason", 500),
                Crate.stays("removals.word", "what was taken is brought back where it was taken"));
    }
}
