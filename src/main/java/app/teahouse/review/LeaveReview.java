package app.teahouse.review;

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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was decided about somebody's words is theirs to take along, without who reported them. */
@Component
@Order(-4)
class LeaveReview implements Leaving, OwnData {
    private static final int MOST = 1_000;

    private final Db db;
    private final ReviewHousehold household;
    private final CirclesOf circlesOf;

    LeaveReview(Db db, ReviewHousehold household, CirclesOf circlesOf) {
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
            String kind,
            UUID thing,
            String fate,
            String measure,
            String reason,
            Instant decidedAt,
            boolean reversed) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("decisions.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select kind, thing_id, fate, measure, reason, decided_at, reversed_at is not null
                  from review.item
                 where circle_id = :circle and author_id = :account and decided_at is not null
                   and (fate <> 'keep' or measure <> 'none')
                 order by item_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("most", MOST)
                .all((row, n) -> new Line(
                        circle.value(),
                        row.getString(1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Db.instant(row, 6),
                        row.getBoolean(7)));
    }
}
