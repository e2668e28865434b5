package app.teahouse.search;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody looked for, when they take their data along or leave. */
@Component
@Order(-4)
class LeaveSearch implements Leaving, OwnData {
    private final Db db;
    private final Recents recents;

    LeaveSearch(Db db, Recents recents) {
        this.db = db;
        this.recents = recents;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        recents.clear(account);
        return false;
    }

    private record Mine(String words, Instant searchedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json(
                "searches.json",
                db.sql("""
                        select words, searched_at
                          from search.recent
                         where account_id = :account
                         order by searched_at desc, folded
                         limit :most
                        """)
                        .with("account", account)
                        .with("most", Recents.MOST)
                        .all((row, n) -> new Mine(row.getString(1), Db.instant(row, 2))));
    }
}
