package app.teahouse.start;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The steps that somebody has taken, when they take their data along or leave. */
@Component
@Order(-4)
class LeaveStart implements Leaving, OwnData {
    private final Db db;
    private final ForgetSteps forgetSteps;
    private final CirclesOf circlesOf;

    LeaveStart(Db db, ForgetSteps forgetSteps, CirclesOf circlesOf) {
        this.db = db;
        this.forgetSteps = forgetSteps;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> forgetSteps.forget(circle, account));
        return false;
    }

    private record Mine(UUID circle, String step, Instant takenAt) {}

    /** A circle has few steps. */
    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("start.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var taken = db.sql("""
                        select t.circle_id, s.title, t.taken_at
                          from start.taken t
                          join start.step s on s.circle_id = t.circle_id and s.step_id = t.step_id
                         where t.circle_id = :circle and t.account_id = :account
                         order by s.position
                        """)
                        .with("circle", circle)
                        .with("account", account)
                        .all((row, n) -> new Mine(Db.uuid(row, 1), row.getString(2), Db.instant(row, 3)));
                for (var one : taken) {
                    archive.line(file, one);
                }
            }
        }
    }
}
