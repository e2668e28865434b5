package app.teahouse.review;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import app.teahouse.strikes.Strikes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the queue must know of whoever wrote a thing. */
@Component
class Writers {
    private static final Duration NEW = Duration.ofDays(7);

    private final Db db;
    private final Strikes strikes;
    private final Clock clock;

    Writers(Db db, Strikes strikes, Clock clock) {
        this.db = db;
        this.strikes = strikes;
        this.clock = clock;
    }

    /** @param role what they are now; of somebody who left, a member */
    record Writer(Role role, boolean newcomer, int strikes) {}

    Writer of(CircleId circle, @Nullable AccountId account) {
        if (account == null) {
            return new Writer(Role.MEMBER, false, 0);
        }
        var counting = strikes.counting(circle, account);
        var since = clock.instant().minus(NEW);
        return db.sql("""
                select case when state = 'active' then role else 'member' end, joined_at
                  from members.membership
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new Writer(
                        Db.constant(Role.class, row.getString(1)),
                        Db.instant(row, 2).isAfter(since),
                        counting))
                .orElse(new Writer(Role.MEMBER, false, counting));
    }
}
