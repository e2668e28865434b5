package app.teahouse.muting;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import app.teahouse.speaking.SpeakingHousehold;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said about a person's right to write is theirs to take along, and goes with their account. */
@Component
@Order(-3)
class MutingDepartures implements Leaving, OwnData {
    private final Db db;
    private final SpeakingHousehold speaking;
    private final CirclesOf circlesOf;

    MutingDepartures(Db db, SpeakingHousehold speaking, CirclesOf circlesOf) {
        this.db = db;
        this.speaking = speaking;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> speaking.forget(circle, account));
        return false;
    }

    private record Line(
            UUID circle,
            String kind,
            List<String> surfaces,
            String reason,
            @Nullable Instant until,
            Instant madeAt,
            @Nullable Instant endedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("speaking-rights.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select kind, surfaces, reason, until, made_at, ended_at
                  from speaking.ruling
                 where circle_id = :circle and account_id = :account
                 order by ruling_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        Db.texts(row, 2),
                        row.getString(3),
                        Db.maybeInstant(row, 4),
                        Db.instant(row, 5),
                        Db.maybeInstant(row, 6)));
    }
}
