package app.teahouse.reports;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.reports.Report.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was reported, for the room that decides. */
@Component
public class Reports {
    private static final int MOST = 100;

    private final Db db;

    Reports(Db db) {
        this.db = db;
    }

    /**
     * What was reported of a thing since then, the newest first; a hundred of them at most. Words stay what they were when somebody
     * reported them; circles and members go on, so whoever says more of them has something new to say.
     */
    public List<Report> of(CircleId circle, String kind, UUID thing, Instant since) {
        return db.sql("""
                select r.account_id, m.alias, r.reason, r.note, r.made_at, r.amended_at
                  from reports.report r
                  left join members.membership m on m.circle_id = r.circle_id and m.account_id = r.account_id
                 where r.circle_id = :circle and r.kind = :kind and r.thing_id = :thing
                   and case when r.kind in ('circle', 'member') then coalesce(r.amended_at, r.made_at) else r.made_at end > :since
                 order by r.made_at desc, r.account_id
                 limit :most
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .with("since", since)
                .with("most", MOST)
                .all((row, n) -> read(row));
    }

    /** What a member said of a thing. */
    Optional<Report> by(CircleId circle, String kind, UUID thing, AccountId account) {
        return db.sql("""
                select account_id, null, reason, note, made_at, amended_at
                  from reports.report
                 where circle_id = :circle and kind = :kind and thing_id = :thing and account_id = :account
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .with("account", account)
                .maybe((row, n) -> read(row));
    }

    private static Report read(ResultSet row) throws SQLException {
        return new Report(
                new AccountId(Db.uuid(row, 1)),
                row.getString(2),
                Db.constant(Reason.class, row.getString(3)),
                row.getString(4),
                Db.instant(row, 5),
                Db.maybeInstant(row, 6));
    }
}
