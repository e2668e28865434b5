package app.teahouse.strikes;

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

/** What was noted of a person is theirs to take along, and goes with their account. */
@Component
@Order(-3)
class LeaveStrikes implements Leaving, OwnData {
    private final Db db;
    private final StrikesHousehold household;
    private final CirclesOf circlesOf;

    LeaveStrikes(Db db, StrikesHousehold household, CirclesOf circlesOf) {
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
            @Nullable String about,
            Instant madeAt,
            Instant lapsesAt,
            @Nullable Instant undoneAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("strikes.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select reason, about, made_at, lapses_at, undone_at
                  from strikes.strike
                 where circle_id = :circle and account_id = :account
                 order by strike_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        row.getString(2),
                        Db.instant(row, 3),
                        Db.instant(row, 4),
                        Db.maybeInstant(row, 5)));
    }
}
