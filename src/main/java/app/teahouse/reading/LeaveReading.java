package app.teahouse.reading;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import app.teahouse.members.Discretion;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody read: theirs to take along, and nobody's business once their account is deleted. */
@Component
@Order(-4)
class LeaveReading implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final ForgetReading forgetReading;
    private final Discretion discretion;
    private final CirclesOf circlesOf;

    LeaveReading(Db db, ForgetReading forgetReading, Discretion discretion, CirclesOf circlesOf) {
        this.db = db;
        this.forgetReading = forgetReading;
        this.discretion = discretion;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            db.sql("delete from reading.opened where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            if (forgetReading.step(circle, account)) {
                return true;
            }
            db.sql("delete from reading.place where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }

    private record Choice(boolean shown) {}

    private record Mine(
            UUID circle,
            long number,
            Instant openedAt,
            Instant readAt,
            @Nullable Instant finishedAt,
            int thousandths,
            int stoppedAt,
            int seconds) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json("reading.json", new Choice(!discretion.of(account)));
        try (var file = archive.file("reading.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var page = page(circle, account, 0);
                while (!page.isEmpty()) {
                    for (var one : page) {
                        archive.line(file, one);
                    }
                    page = page(circle, account, page.getLast().number());
                }
            }
        }
    }

    private List<Mine> page(CircleId circle, AccountId account, long after) {
        return db.sql("""
                select number, opened_at, moved_at, finished_at, part, stop, seconds
                  from reading.position
                 where circle_id = :circle and account_id = :account and number > :after
                 order by number
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        circle.value(),
                        row.getLong(1),
                        Db.instant(row, 2),
                        Db.instant(row, 3),
                        Db.maybeInstant(row, 4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)));
    }
}
