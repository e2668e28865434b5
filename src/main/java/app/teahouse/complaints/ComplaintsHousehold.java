package app.teahouse.complaints;

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

/** Complaints go with their circle; of people who leave nothing stays in them. */
@Component
@Order(-4)
class ComplaintsHousehold implements Household, Luggage, Leaving {
    private final Db db;
    private final CirclesOf circlesOf;

    ComplaintsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from complaints.complaint
                 where circle_id = :circle
                   and complaint_id in (select complaint_id from complaints.complaint where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var circles = circlesOf.all(account);
        for (var circle : circles) {
            db.sql(
                            "delete from complaints.complaint where circle_id = :circle and kind = 'member' and thing_id = :account::uuid")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("""
                    update complaints.complaint
                       set account_id = nullif(account_id, :account), settled_by = nullif(settled_by, :account)
                     where circle_id = :circle and (account_id = :account or settled_by = :account)
                    """).with("circle", circle).with("account", account).run();
        }
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("complaints.complaint", "they are between members and the operator of this site"));
    }
}
