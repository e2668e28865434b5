package app.teahouse.renewals;

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

/** Takes away what was tried; what was paid stands in the orders. */
@Component
@Order(-3)
class RenewalsHousehold implements Household, Leaving, Luggage {
    private final Db db;
    private final CirclesOf circlesOf;

    RenewalsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from renewals.renewal
                 where circle_id = :circle
                   and (account_id, ends_day) in (select account_id, ends_day from renewals.renewal
                                                   where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var circles = circlesOf.all(account);
        for (var circle : circles) {
            db.sql("delete from renewals.renewal where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("renewals.renewal", "cards are charged on the site where they are kept"));
    }
}
