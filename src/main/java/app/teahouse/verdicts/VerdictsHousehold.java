package app.teahouse.verdicts;

import app.teahouse.circles.Household;
import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.members.CirclesOf;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Decisions and appeals go with their circle; of an owner or operator who leaves, only what they wrote stays. */
@Component
@Order(-4)
class VerdictsHousehold implements Household, Luggage, Leaving {
    private final Db db;
    private final CirclesOf circlesOf;

    VerdictsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    /** Operators make few. */
    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from verdicts.line where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from verdicts.verdict where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            db.sql("update verdicts.line set account_id = null where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("""
                    update verdicts.verdict
                       set made_by = nullif(made_by, :account), over_by = nullif(over_by, :account)
                     where circle_id = :circle and (made_by = :account or over_by = :account)
                    """).with("circle", circle).with("account", account).run();
        }
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("verdicts.verdict", "it is between the circle and the operator of this site"),
                Crate.stays("verdicts.line", "it is between the circle and the operator of this site"));
    }
}
