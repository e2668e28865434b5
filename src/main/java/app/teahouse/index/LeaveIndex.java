package app.teahouse.index;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable.Kind;
import app.teahouse.members.CirclesOf;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The name of somebody who deletes their account is found nowhere any more, before the account is gone. */
@Component
@Order(-4)
class LeaveIndex implements Leaving {
    private final Db db;
    private final Indexer indexer;
    private final TransactionTemplate transaction;
    private final CirclesOf circlesOf;

    LeaveIndex(Db db, Indexer indexer, TransactionTemplate transaction, CirclesOf circlesOf) {
        this.db = db;
        this.indexer = indexer;
        this.transaction = transaction;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            transaction.executeWithoutResult(_ -> forget(circle, account));
        }
        return false;
    }

    private void forget(CircleId circle, AccountId account) {
        // Waits for who indexes the circle now, so that they do not bring the name back.
        db.sql("select 1 from index.progress where circle_id = :circle for no key update")
                .with("circle", circle)
                .exists();
        indexer.index(circle, Kind.MEMBER, List.of(new DocumentId(account.value())));
        db.sql("delete from index.change where circle_id = :circle and about_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }
}
