package app.teahouse.reactions;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The reactions of somebody who deletes their account: they stay counted, without a name, or are taken back with their words. */
@Component
@Order(-4)
class LeaveReactions implements Leaving, OwnData {
    private static final int STEP = 100;

    private final Db db;
    private final Reactions reactions;
    private final List<Counted> rooms;
    private final TransactionTemplate transaction;
    private final CirclesOf circlesOf;

    LeaveReactions(
            Db db, Reactions reactions, List<Counted> rooms, TransactionTemplate transaction, CirclesOf circlesOf) {
        this.db = db;
        this.reactions = reactions;
        this.rooms = rooms;
        this.transaction = transaction;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        if (!wordsGo) {
            return false;
        }
        for (var circle : circlesOf.all(account)) {
            var given = given(circle, account, new UUID(0, 0));
            for (var one : given) {
                transaction.executeWithoutResult(_ -> takeBack(circle, account, one.target()));
            }
            if (!given.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void takeBack(CircleId circle, AccountId account, UUID target) {
        if (reactions.takeBack(circle, account, target) > 0) {
            rooms.forEach(room -> room.takenBack(circle, target));
        }
    }

    private record Given(UUID target, String kind, Instant at) {}

    private List<Given> given(CircleId circle, AccountId account, UUID after) {
        return db.sql("""
                select target_id, kind, made_at
                  from reactions.reaction
                 where circle_id = :circle and account_id = :account and target_id > :after
                 order by target_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Given(Db.uuid(row, 1), row.getString(2), Db.instant(row, 3)));
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        for (var circle : circlesOf.all(account)) {
            try (var file = archive.file("circles/" + circle.value() + "/reactions.jsonl")) {
                var page = given(circle, account, new UUID(0, 0));
                while (!page.isEmpty()) {
                    for (var one : page) {
                        archive.line(file, one);
                    }
                    page = given(circle, account, page.getLast().target());
                }
            }
        }
    }
}
