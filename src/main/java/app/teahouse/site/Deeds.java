package app.teahouse.site;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers what operators did and why, so that one operator can answer for another. */
@Component
public class Deeds implements OperatorLog {
    private static final int PAGE = 50;

    private final Db db;
    private final Clock clock;

    Deeds(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    enum Kind {
        SETTINGS,
        BLOCK,
        UNBLOCK,
        PERMIT,
        FORBID,
        LIST,
        UNLIST,
        OPEN,
        RETRY,
        SELLING,
        WAY,
        FEE,
        MONEY_RULES,
        ARRIVED,
        MISSING,
        HELD,
        GIVEN_BACK,
        PAYOUT_BATCH,
        PAYOUT_PAID,
        PAYOUT_FAILED,
        DEBT_SETTLED
    }

    /** What was done; {@code about} is the name it had then. */
    public record DeedView(
            UUID id,
            AccountId operator,
            String kind,
            String about,
            @Nullable UUID aboutId,
            String reason,
            Instant at) {}

    @Override
    public void note(Operator operator, String deed, String about, @Nullable UUID aboutId, String reason) {
        note(operator, Db.constant(Kind.class, deed), about, aboutId, reason);
    }

    /** Writes a deed down in the caller's transaction. */
    void note(Operator operator, Kind kind, String about, @Nullable UUID aboutId, String reason) {
        db.sql("""
                insert into site.deed (account_id, deed_id, kind, about, about_id, reason, done_at)
                values (:operator, :id, :kind, :about, :aboutId, :reason, :now)
                """)
                .with("operator", operator.account())
                .with("id", Ids.next())
                .with("kind", kind)
                .with("about", about)
                .with("aboutId", aboutId)
                .with("reason", reason)
                .with("now", clock.instant())
                .run();
    }

    Cursor<DeedView> page(Operator operator, @Nullable UUID before) {
        var rows = db.sql("""
                select deed_id, account_id, kind, about, about_id, reason, done_at
                  from site.deed
                 where true
                """)
                .and(before != null, "and deed_id < :before")
                .and(true, "order by deed_id desc limit :most")
                .with("before", before)
                .with("most", PAGE + 1)
                .all((row, n) -> new DeedView(
                        Db.uuid(row, 1),
                        new AccountId(Db.uuid(row, 2)),
                        row.getString(3),
                        row.getString(4),
                        Db.maybeUuid(row, 5),
                        row.getString(6),
                        Db.instant(row, 7)));
        return Cursor.of(rows, PAGE, deed -> deed.id().toString());
    }
}
