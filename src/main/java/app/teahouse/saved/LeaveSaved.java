package app.teahouse.saved;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody saved, when they take their data along or leave. */
@Component
@Order(-4)
class LeaveSaved implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final TakeAlong takeAlong;

    LeaveSaved(Db db, TakeAlong takeAlong) {
        this.db = db;
        this.takeAlong = takeAlong;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var passages = db.sql("""
                delete from saved.passage
                 where account_id = :account
                   and passage_id in (select passage_id from saved.passage where account_id = :account limit :most)
                """).with("account", account).with("most", STEP).run();
        var posts = db.sql("""
                delete from saved.post
                 where account_id = :account
                   and saved_id in (select saved_id from saved.post where account_id = :account limit :most)
                """).with("account", account).with("most", STEP).run();
        db.sql("delete from saved.folder where account_id = :account")
                .with("account", account)
                .run();
        return passages == STEP || posts == STEP;
    }

    private record Mine(
            UUID id,
            UUID circle,
            long number,
            Instant savedAt,
            @Nullable String folder,
            String note) {}

    private record Words(
            UUID id,
            UUID circle,
            long number,
            String words,
            @Nullable Integer part,
            Instant keptAt) {

        private SavedPlace place() {
            return new SavedPlace(new CircleId(circle), number);
        }

        /** That it was kept, without the words of who wrote them. */
        private Words withheld() {
            return new Words(id, circle, number, "", part, keptAt);
        }
    }

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
        try (var file = archive.file("saved-passages.jsonl")) {
            var page = words(account, null);
            while (!page.isEmpty()) {
                var free = takeAlong.of(account, page.stream().map(Words::place).toList());
                for (var words : page) {
                    archive.line(file, free.contains(words.place()) ? words : words.withheld());
                }
                page = words(account, page.getLast());
            }
        }
    }

    private List<Words> words(AccountId account, @Nullable Words after) {
        return db.sql("""
                select passage_id, circle_id, number, words, part, kept_at
                  from saved.passage
                 where account_id = :account and (circle_id, number, passage_id) > (:circle, :number, :passage)
                 order by circle_id, number, passage_id
                 limit :most
                """)
                .with("account", account)
                .with("circle", after == null ? new UUID(0, 0) : after.circle())
                .with("number", after == null ? 0L : after.number())
                .with("passage", after == null ? new UUID(0, 0) : after.id())
                .with("most", STEP)
                .all((row, n) -> new Words(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getLong(3),
                        row.getString(4),
                        row.getObject(5, Integer.class),
                        Db.instant(row, 6)));
    }

    private List<Mine> page(AccountId account, UUID before) {
        return db.sql("""
                select p.saved_id, p.circle_id, p.number, p.saved_at, f.name, p.note
                  from saved.post p
                  left join saved.folder f on f.account_id = p.account_id and f.folder_id = p.folder_id
                 where p.account_id = :account and p.saved_id < :before
                 order by p.saved_id desc
                 limit :most
                """)
                .with("account", account)
                .with("before", before)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getLong(3),
                        Db.instant(row, 4),
                        row.getString(5),
                        row.getString(6)));
    }
}
