package app.teahouse.reading;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody read is nobody's business once their account is deleted. */
@Component
@Order(-4)
class LeaveReading implements Leaving {
    private final Db db;

    LeaveReading(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var circles = db.sql("select circle_id from members.account_circle where account_id = :account")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        for (var circle : circles) {
            db.sql("delete from reading.opened where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("delete from reading.position where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("delete from reading.place where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }
}
