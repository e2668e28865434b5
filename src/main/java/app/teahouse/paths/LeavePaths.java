package app.teahouse.paths;

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

/** Somebody's paths, when they take their data along or leave. */
@Component
@Order(-4)
class LeavePaths implements Leaving, OwnData {
    private final Db db;
    private final ForgetPath forgetPath;
    private final CirclesOf circlesOf;

    LeavePaths(Db db, ForgetPath forgetPath, CirclesOf circlesOf) {
        this.db = db;
        this.forgetPath = forgetPath;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> forgetPath.forget(circle, account));
        return false;
    }

    /** @param minutes of the path, or null for what was passed on an earlier one */
    private record Mine(
            UUID circle,
            @Nullable Integer minutes,
            long number,
            @Nullable Instant doneAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("paths.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var stop : stops(circle, account)) {
                    archive.line(file, stop);
                }
                var page = passed(circle, account, 0);
                while (!page.isEmpty()) {
                    for (var one : page) {
                        archive.line(file, one);
                    }
                    page = passed(circle, account, page.getLast().number());
                }
            }
        }
    }

    private List<Mine> stops(CircleId circle, AccountId account) {
        return db.sql("""
                select s.circle_id, h.minutes, p.number, s.done_at
                  from paths.stop s
                  join paths.path h on h.circle_id = s.circle_id and h.account_id = s.account_id
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                 where s.circle_id = :circle and s.account_id = :account
                 order by s.position
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Mine(Db.uuid(row, 1), row.getInt(2), row.getLong(3), Db.maybeInstant(row, 4)));
    }

    private List<Mine> passed(CircleId circle, AccountId account, long after) {
        return db.sql("""
                select s.circle_id, p.number, s.passed_at
                  from paths.passed s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                 where s.circle_id = :circle and s.account_id = :account and p.number > :after
                 order by p.number
                 limit 500
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .all((row, n) -> new Mine(Db.uuid(row, 1), null, row.getLong(2), Db.instant(row, 3)));
    }
}
