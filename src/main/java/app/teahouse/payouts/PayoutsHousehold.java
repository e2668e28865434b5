package app.teahouse.payouts;

import app.teahouse.circles.Household;
import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.members.CirclesOf;
import app.teahouse.treasury.KeptBooks;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away where the money of a deleted circle went; that it went stays in the books, without the account. */
@Component
@Order(-3)
class PayoutsHousehold implements Household, KeptBooks, Leaving, Luggage {
    private static final String WHY = "money stays with the site that took it";

    private final Db db;
    private final CirclesOf circlesOf;

    PayoutsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from payouts.details where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("update payouts.payout set sealed = '', label = '' where circle_id = :circle and label <> ''")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public boolean keeps(CircleId circle) {
        return db.sql("select 1 from payouts.payout where circle_id = :circle limit 1")
                .with("circle", circle)
                .exists();
    }

    @Override
    public boolean remove(CircleId circle, int atMost) {
        return db.sql("""
                delete from payouts.payout
                 where circle_id = :circle
                   and payout_id in (select payout_id from payouts.payout where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Somebody who led a circle once and left the site: where their money went is nobody's any more. What is on its way arrives first. */
    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var circles = circlesOf.all(account);
        for (var circle : circles) {
            db.sql("delete from payouts.details where circle_id = :circle and set_by = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("""
                    update payouts.payout
                       set sealed = '', label = ''
                     where circle_id = :circle and asked_by = :account and state in ('paid', 'failed', 'cancelled')
                    """).with("circle", circle).with("account", account).run();
        }
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("payouts.details", WHY), Crate.stays("payouts.payout", WHY));
    }
}
