package app.teahouse.saved;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody saved, when they take their data along or leave. */
@Component
@Order(-4)
class LeaveSaved implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;

    LeaveSaved(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        return db.sql("""
                delete from saved.post
                 where account_id = :account
                   and saved_id in (select saved_id from saved.post where account_id = :account limit :most)
                """).with("account", account).with("most", STEP).run() == STEP;
    }

    private record Mine(UUID id, UUID circle, long number, Instant savedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("saved.jsonl")) {
            var page = page(account, new UUID(-1, -1));
            while (!page.isEmpty()) {
                for (var saved : page) {
                    archive.line(file, saved);
                }
                page = page(account, page.getLast().id());
            }
        }
    }

    private List<Mine> page(AccountId account, UUID before) {
        return db.sql("""
                select saved_id, circle_id, number, saved_at
                  from saved.post
                 where account_id = :account and saved_id < :before
                 order by saved_id desc
                 limit :most
                """)
                .with("account", account)
                .with("before", before)
                .with("most", STEP)
                .all((row, n) -> new Mine(Db.uuid(row, 1), Db.uuid(row, 2), row.getLong(3), Db.instant(row, 4)));
    }
}
