package app.teahouse.columns;

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

/** What somebody has done of courses, when they take their data along or leave. */
@Component
@Order(-4)
class LeaveColumns implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final ForgetDone forgetDone;
    private final CirclesOf circlesOf;

    LeaveColumns(Db db, ForgetDone forgetDone, CirclesOf circlesOf) {
        this.db = db;
        this.forgetDone = forgetDone;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> forgetDone.forget(circle, account));
        return false;
    }

    private record Mine(UUID circle, UUID post, long number, Instant doneAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("courses.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var page = page(circle, account, new UUID(0, 0));
                while (!page.isEmpty()) {
                    for (var done : page) {
                        archive.line(file, done);
                    }
                    page = page(circle, account, page.getLast().post());
                }
            }
        }
    }

    private List<Mine> page(CircleId circle, AccountId account, UUID after) {
        return db.sql("""
                select d.circle_id, d.post_id, p.number, d.done_at
                  from columns.done d
                  join content.post p on p.circle_id = d.circle_id and p.post_id = d.post_id
                 where d.circle_id = :circle and d.account_id = :account and d.post_id > :after
                 order by d.post_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Mine(Db.uuid(row, 1), Db.uuid(row, 2), row.getLong(3), Db.instant(row, 4)));
    }
}
