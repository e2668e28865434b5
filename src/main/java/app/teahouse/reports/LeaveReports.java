package app.teahouse.reports;

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

/** What somebody reported is theirs to take along, and goes with their account. */
@Component
@Order(-4)
class LeaveReports implements Leaving, OwnData {
    private static final int MOST = 1_000;

    private final Db db;
    private final CirclesOf circlesOf;

    LeaveReports(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf
                .all(account)
                .forEach(circle -> db.sql("""
                delete from reports.report
                 where circle_id = :circle and (account_id = :account or (kind = 'member' and thing_id = :account::uuid))
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .run());
        return false;
    }

    private record Line(UUID circle, String kind, UUID thing, String reason, String note, Instant madeAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("reports.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select kind, thing_id, reason, note, made_at
                  from reports.report
                 where circle_id = :circle and account_id = :account
                 order by made_at desc, kind, thing_id
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
                        Db.instant(row, 5)));
    }
}
