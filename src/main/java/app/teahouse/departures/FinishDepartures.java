package app.teahouse.departures;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets each room take away what it holds of a deleted account, a little at a time, until none has anything left. */
@Component
class FinishDepartures implements Job {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Db db;
    private final TransactionTemplate transaction;
    private final List<Leaving> rooms;

    FinishDepartures(Db db, TransactionTemplate transaction, List<Leaving> rooms) {
        this.db = db;
        this.transaction = transaction;
        this.rooms = rooms;
    }

    private record Departure(AccountId account, boolean wordsGo) {}

    @Override
    public String name() {
        return "departures.finish";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean step(Instant now) {
        var next = transaction.execute(_ -> lease(now));
        if (next.isEmpty()) {
            return false;
        }
        var departure = next.get();
        if (goOn(departure, now)) {
            db.sql("update departures.departure set next_at = :now where account_id = :account")
                    .with("now", now)
                    .with("account", departure.account())
                    .run();
        } else {
            db.sql("delete from departures.departure where account_id = :account")
                    .with("account", departure.account())
                    .run();
        }
        return true;
    }

    /** One room after the other; answers whether there is more to do. */
    private boolean goOn(Departure departure, Instant now) {
        for (var room : rooms) {
            if (room.step(departure.account(), departure.wordsGo(), now)) {
                return true;
            }
        }
        return false;
    }

    /** The next one, put aside meanwhile so that no other node works on it, and tried again if this one dies. */
    private Optional<Departure> lease(Instant now) {
        var next = db.sql("""
                select account_id, words = 'go'
                  from departures.departure
                 where next_at <= :now
                 order by next_at, account_id
                 limit 1
                """)
                .with("now", now)
                .maybe((row, n) -> new Departure(new AccountId(Db.uuid(row, 1)), row.getBoolean(2)));
        return next.filter(departure -> db.sql(
                                "update departures.departure set next_at = :until where account_id = :account and next_at <= :now")
                        .with("until", now.plus(LEASE))
                        .with("account", departure.account())
                        .with("now", now)
                        .run()
                == 1);
    }
}
