package app.teahouse.comps;

import app.teahouse.circles.Household;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Guest passes go with their circle and with their holder; of a giver who leaves, only that it was given stays. */
@Component
@Order(-3)
class CompsHousehold implements Household, Leaving, OwnData, Luggage {
    private final Db db;
    private final CirclesOf circlesOf;

    CompsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from comps.comp
                 where circle_id = :circle
                   and comp_id in (select comp_id from comps.comp where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            db.sql("delete from comps.comp where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("update comps.comp set given_by = null where circle_id = :circle and given_by = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }

    private record Line(
            UUID circle,
            @Nullable LocalDate until,
            String reason,
            Instant givenAt,
            @Nullable Instant endedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("guest-passes.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(account, circle)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(AccountId account, CircleId circle) {
        return db.sql("""
                select last_day, reason, given_at, ended_at
                  from comps.comp
                 where circle_id = :circle and account_id = :account
                 order by comp_id
                 limit 1000
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.maybeDay(row, 1),
                        row.getString(2),
                        Db.instant(row, 3),
                        Db.maybeInstant(row, 4)));
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("comps.comp", "what is given on this site holds on this site"));
    }
}
