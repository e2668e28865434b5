package app.teahouse.removals;

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
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That and why a person was removed is theirs to take along, and goes with their account. */
@Component
@Order(-4)
class LeaveRemovals implements Leaving, OwnData {
    private final Db db;
    private final RemovalsHousehold household;
    private final CirclesOf circlesOf;

    LeaveRemovals(Db db, RemovalsHousehold household, CirclesOf circlesOf) {
        this.db = db;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> household.forget(circle, account));
        return false;
    }

    private record Line(
            UUID circle,
            String reason,
            Instant madeAt,
            String back,
            @Nullable Instant until,
            String words,
            String money,
            @Nullable Instant undoneAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("removals.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select reason, made_at, back, back_until, words, money, undone_at
                  from removals.removal
                 where circle_id = :circle and account_id = :account
                 order by removal_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        Db.instant(row, 2),
                        row.getString(3),
                        Db.maybeInstant(row, 4),
                        row.getString(5),
                        row.getString(6),
                        Db.maybeInstant(row, 7)));
    }
}
