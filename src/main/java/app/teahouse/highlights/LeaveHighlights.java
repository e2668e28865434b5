package app.teahouse.highlights;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody put aside for a circle stays so, by nobody. */
@Component
@Order(-4)
class LeaveHighlights implements Leaving {
    private final Db db;

    LeaveHighlights(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("select circle_id from members.account_circle where account_id = :account")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)))
                .forEach(circle -> db.sql("""
                        update highlights.dismissed
                           set made_by = null
                         where circle_id = :circle and made_by = :account
                        """)
                        .with("circle", circle)
                        .with("account", account)
                        .run());
        return false;
    }
}
