package app.teahouse.openings;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where a former operator once read is forgotten with their account; the circles' logs keep that an operator did. */
@Component
@Order(-2)
class LeaveOpenings implements Leaving {
    private final Db db;

    LeaveOpenings(Db db) {
        this.db = db;
    }

    /** Openings are few, all of them: only operators make some. */
    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("delete from openings.opening where account_id = :account")
                .with("account", account)
                .run();
        return false;
    }
}
