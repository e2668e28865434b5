package app.teahouse.takeaway;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody asked for goes with their account. It is no data of theirs to take along: it is a copy of what others wrote. */
@Component
@Order(-3)
class LeaveTakeaways implements Leaving {
    private final Db db;
    private final ForgetTakeaways forgetTakeaways;

    LeaveTakeaways(Db db, ForgetTakeaways forgetTakeaways) {
        this.db = db;
        this.forgetTakeaways = forgetTakeaways;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("select circle_id from members.account_circle where account_id = :account")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)))
                .forEach(circle -> forgetTakeaways.forget(circle, account));
        return false;
    }
}
