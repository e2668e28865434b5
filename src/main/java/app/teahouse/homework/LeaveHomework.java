package app.teahouse.homework;

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
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody handed in and graded, when they take their data along or leave. The words are posts, and go or stay as those do. */
@Component
@Order(-4)
class LeaveHomework implements Leaving, OwnData {
    private static final int STEP = 500;

    private final Db db;
    private final TransactionTemplate transaction;
    private final CirclesOf circlesOf;

    LeaveHomework(Db db, TransactionTemplate transaction, CirclesOf circlesOf) {
        this.db = db;
        this.transaction = transaction;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> transaction.executeWithoutResult(_ -> forget(circle, account)));
        return false;
    }

    /** Grades that they gave stay with those who got them, from nobody. */
    private void forget(CircleId circle, AccountId account) {
        db.sql("delete from homework.submission where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from homework.reminder where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from homework.reviewer where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update homework.grade set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update homework.reminder set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update homework.task set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }

    private record Mine(
            UUID circle,
            UUID task,
            UUID post,
            int version,
            Instant handedAt,
            long lateSeconds,
            @Nullable String grade,
            @Nullable String remark,
            @Nullable Instant gradedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("homework.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var page = page(circle, account, new UUID(0, 0));
                while (!page.isEmpty()) {
                    for (var mine : page) {
                        archive.line(file, mine);
                    }
                    page = page(circle, account, page.getLast().task());
                }
            }
        }
    }

    private List<Mine> page(CircleId circle, AccountId account, UUID after) {
        return db.sql("""
                select s.circle_id, s.task_id, s.post_id, s.version, s.handed_at, s.late_seconds, s.grade, g.remark, s.graded_at
                  from homework.submission s
                  left join homework.grade g on g.circle_id = s.circle_id and g.grade_id = s.grade_id
                 where s.circle_id = :circle and s.account_id = :account and s.task_id > :after
                 order by s.task_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        Db.uuid(row, 3),
                        row.getInt(4),
                        Db.instant(row, 5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8),
                        Db.maybeInstant(row, 9)));
    }
}
