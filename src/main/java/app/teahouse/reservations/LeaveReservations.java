package app.teahouse.reservations;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff know of somebody, when they take their data along or leave. A list that they brought is nobody's afterwards. */
@Component
@Order(-3)
class LeaveReservations implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;

    LeaveReservations(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var notes = db.sql("""
                delete from reservations.notes
                 where account_id = :account
                   and circle_id in (select circle_id from reservations.notes where account_id = :account limit :most)
                """).with("account", account).with("most", STEP).run();
        var places = db.sql("""
                delete from reservations.place
                 where taken_by = :account
                   and circle_id in (select circle_id from reservations.place where taken_by = :account limit :most)
                """).with("account", account).with("most", STEP).run();
        db.sql("update reservations.list set made_by = null where made_by = :account")
                .with("account", account)
                .run();
        return notes == STEP || places == STEP;
    }

    private record Mine(
            UUID circle,
            List<String> tags,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate expiresOn,
            String note) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("notes-on-me.jsonl")) {
            var page = page(account, new UUID(0, 0));
            while (!page.isEmpty()) {
                for (var mine : page) {
                    archive.line(file, mine);
                }
                page = page(account, page.getLast().circle());
            }
        }
    }

    private List<Mine> page(AccountId account, UUID after) {
        return db.sql("""
                select circle_id, tags, joined_on, expires_on, note
                  from reservations.notes
                 where account_id = :account and circle_id > :after
                 order by circle_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1), Db.texts(row, 2), Db.maybeDay(row, 3), Db.maybeDay(row, 4), row.getString(5)));
    }
}
