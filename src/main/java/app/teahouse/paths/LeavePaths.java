package app.teahouse.paths;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
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

    LeavePaths(Db db, ForgetPath forgetPath) {
        this.db = db;
        this.forgetPath = forgetPath;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circles(account).forEach(circle -> forgetPath.forget(circle, account));
        return false;
    }

    private List<CircleId> circles(AccountId account) {
        return db.sql("select circle_id from members.account_circle where account_id = :account")
                .with("account", account)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
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
            for (var circle : circles(account)) {
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
