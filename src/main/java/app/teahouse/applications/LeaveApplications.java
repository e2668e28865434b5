package app.teahouse.applications;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who deletes their account waits nowhere any more, and what they answered when they applied goes: it has their name on it. */
@Component
@Order(-3)
class LeaveApplications implements Leaving, OwnData {
    private static final int STEP = 200;
    private static final int MOST = 10_000;

    private final Db db;

    LeaveApplications(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var gone = db.sql("""
                delete from applications.application
                 where (circle_id, application_id) in (select circle_id, application_id
                                                         from applications.application
                                                        where account_id = :account
                                                        limit :most)
                """).with("account", account).with("most", STEP).run();
        db.sql("delete from applications.account_application where account_id = :account")
                .with("account", account)
                .run();
        return gone == STEP;
    }

    private record Mine(
            UUID circle,
            List<String> questions,
            List<String> answers,
            String state,
            Instant madeAt,
            @Nullable Instant decidedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json(
                "applications.json",
                db.sql("""
                        select circle_id, questions, answers, state, made_at, decided_at
                          from applications.application
                         where account_id = :account
                         order by made_at, application_id
                         limit :most
                        """)
                        .with("account", account)
                        .with("most", MOST)
                        .all((row, n) -> new Mine(
                                Db.uuid(row, 1),
                                Db.texts(row, 2),
                                Db.texts(row, 3),
                                row.getString(4),
                                Db.instant(row, 5),
                                Db.maybeInstant(row, 6))));
    }
}
