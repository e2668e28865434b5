package app.teahouse.topics;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.Belongings;
import java.time.Instant;
import java.util.Collection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody did not wish to be told of is forgotten with their account, or with the circle. */
@Component
@Order(-7)
class LeaveTopics implements Leaving, Belongings {
    private final Db db;

    LeaveTopics(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        db.sql("delete from topics.muted where account_id = :account")
                .with("account", account)
                .run();
        return false;
    }

    @Override
    public void forget(CircleId circle, Collection<AccountId> accounts) {
        db.sql("delete from topics.muted where account_id = any(:accounts) and circle_id = :circle")
                .withIds("accounts", accounts)
                .with("circle", circle)
                .run();
    }
}
