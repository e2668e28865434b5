package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Surface;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when a membership holds. Rooms that sell it set this; the Gate reads it. Staff and guest experts have no end whatever stands
 * here.
 */
@Component
public class Validity {
    private final Db db;

    Validity(Db db) {
        this.db = db;
    }

    /**
     * @param until the first moment without the right to speak, or null for good
     * @param readsUntil the first moment without the right to read, not before {@code until}; null with it
     * @param tier how much the plan opens
     * @param closes where the plan lets nobody speak
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(
            CircleId circle,
            AccountId account,
            @Nullable Instant until,
            @Nullable Instant readsUntil,
            int tier,
            Set<Surface> closes) {
        db.sql("""
                update members.membership
                   set speaks_until = :until, reads_until = :reads, tier = :tier, closes = :closes
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .with("until", until)
                .with("reads", readsUntil)
                .with("tier", tier)
                .withTexts("closes", closes.stream().map(Db::name).sorted().toList())
                .run();
    }

    /** Those whose reading is over by now and who still count as members; at most so many, over all circles. */
    public List<Over> over(Instant now, int most) {
        return db.sql("""
                select circle_id, account_id
                  from members.membership
                 where state = 'active' and reads_until <= :now and role in ('member', 'volunteer')
                 order by reads_until, circle_id, account_id
                 limit :most
                """)
                .with("now", now)
                .with("most", most)
                .all((row, n) -> new Over(new CircleId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2))));
    }

    public record Over(CircleId circle, AccountId account) {}
}
