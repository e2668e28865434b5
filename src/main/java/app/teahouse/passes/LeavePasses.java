package app.teahouse.passes;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The time somebody had in circles, when they take their data along or leave; the orders keep an account's id, as books must. */
@Component
@Order(-3)
class LeavePasses implements Leaving, OwnData {
    private final Db db;
    private final CirclesOf circlesOf;

    LeavePasses(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            db.sql("delete from passes.span where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("delete from passes.pass where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("update passes.turn set made_by = circle_id where circle_id = :circle and made_by = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }

    private record Mine(
            UUID circle,
            String source,
            LocalDate first,
            @Nullable LocalDate last,
            Instant madeAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("membership-time.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var piece : pieces(circle, account)) {
                    archive.line(file, piece);
                }
            }
        }
    }

    /** Nobody buys time more than a few times a month, so a circle's pieces are one page. */
    private List<Mine> pieces(CircleId circle, AccountId account) {
        return db.sql("""
                select source, first_day, last_day, made_at
                  from passes.span
                 where circle_id = :circle and account_id = :account
                 order by made_at, span_id
                 limit 2000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Mine(
                        circle.value(),
                        row.getString(1),
                        Objects.requireNonNull(Db.maybeDay(row, 2)),
                        Db.maybeDay(row, 3),
                        Db.instant(row, 4)));
    }
}
