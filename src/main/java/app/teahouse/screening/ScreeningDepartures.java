package app.teahouse.screening;

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

/** What rules found in a person's words is theirs to take along, and goes with their account. */
@Component
@Order(-4)
class ScreeningDepartures implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final ScreeningHousehold household;
    private final CirclesOf circlesOf;

    ScreeningDepartures(Db db, ScreeningHousehold household, CirclesOf circlesOf) {
        this.db = db;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var more = false;
        for (var circle : circlesOf.all(account)) {
            more |= household.forget(circle, account, STEP);
        }
        return more;
    }

    private record Line(
            UUID circle,
            String matter,
            UUID about,
            String verdict,
            String excerpt,
            Instant at,
            @Nullable String outcome) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("found-by-rules.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select matter, about_id, verdict, excerpt, at, outcome
                  from screening.hit
                 where circle_id = :circle and account_id = :account
                 order by hit_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        Db.instant(row, 5),
                        row.getString(6)));
    }
}
