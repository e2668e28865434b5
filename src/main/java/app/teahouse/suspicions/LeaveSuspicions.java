package app.teahouse.suspicions;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A suspicion goes with its account. */
@Component
@Order(-2)
class LeaveSuspicions implements Leaving {
    private final Db db;

    LeaveSuspicions(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("delete from suspicions.suspicion where account_id = :account")
                .with("account", account)
                .run();
        return false;
    }
}
