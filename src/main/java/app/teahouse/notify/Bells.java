package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.live.Live;
import app.teahouse.live.LiveEvent;
import app.teahouse.web.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps how many notices somebody has not seen. A counter row, so it is changed last in every transaction, by the rows that were
 * inserted or marked. Whoever reads it after a while has the broadcasts of their circles fetched, behind the request.
 */
@Component
class Bells implements Bell {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Db db;
    private final Clock clock;
    private final Live live;
    private final Fetching fetching;

    Bells(Db db, Clock clock, Live live, Fetching fetching) {
        this.db = db;
        this.clock = clock;
        this.live = live;
        this.fetching = fetching;
    }

    @Override
    public int unread(AccountId account) {
        var row = read(account);
        if (row.fetchedAt() == null || row.fetchedAt().isBefore(clock.instant().minus(FRESH))) {
            fetching.ask(account);
        }
        return row.unseen();
    }

    /** The number alone. */
    int unseen(AccountId account) {
        return read(account).unseen();
    }

    private record Row(int unseen, @Nullable Instant fetchedAt) {}

    private Row read(AccountId account) {
        return db.sql("select unseen, fetched_at from notify.bell where account_id = :account")
                .with("account", account)
                .maybe((row, n) -> new Row(row.getInt(1), Db.maybeInstant(row, 2)))
                .orElse(new Row(0, null));
    }

    /** More came; the reader's open pages learn it after the commit. */
    void ring(AccountId account, int more) {
        var count = db.sql("""
                insert into notify.bell as b (account_id, unseen)
                values (:account, :more)
                on conflict (account_id) do update set unseen = b.unseen + excluded.unseen
                returning unseen
                """).with("account", account).with("more", more).one(Integer.class);
        tell(account, "notices", count);
    }

    /** So many of them were seen, or are gone. */
    void calm(AccountId account, int fewer) {
        var count = db.sql("""
                update notify.bell
                   set unseen = greatest(0, unseen - :fewer)
                 where account_id = :account
                returning unseen
                """)
                .with("account", account)
                .with("fewer", fewer)
                .maybe(Integer.class)
                .orElse(0);
        tell(account, "unread", count);
    }

    private void tell(AccountId account, String kind, int count) {
        AfterCommit.run(() -> live.toAccount(account, new LiveEvent(kind, Map.of("count", count))));
    }
}
