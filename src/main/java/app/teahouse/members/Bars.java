package app.teahouse.members;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom staff keep out of a circle, and until when. It ends by itself: on that day nothing has to happen. */
@Component
public class Bars {
    private final Db db;
    private final Circles circles;
    private final Clock clock;

    Bars(Db db, Circles circles, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.clock = clock;
    }

    /** @param until from when on they may ask to come back, or null for good */
    public record Bar(@Nullable Instant until) {}

    /** What holds now. */
    public Optional<Bar> of(CircleId circle, AccountId account) {
        return db.sql("""
                select barred_until
                  from members.membership
                 where circle_id = :circle and account_id = :account and barred
                   and (barred_until is null or barred_until > :now)
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", clock.instant())
                .maybe((row, n) -> new Bar(Db.maybeInstant(row, 1)));
    }

    /**
     * Asked at every way in, before anything is typed or paid; {@link Enrol} asks once more, when it writes.
     *
     * @throws Refusal {@code join.barred}, with {@code until} where it ends by itself
     */
    public void refuse(CircleId circle, AccountId account) {
        of(circle, account).ifPresent(bar -> {
            throw refusal(circle, bar);
        });
    }

    Refusal refusal(CircleId circle, Bar bar) {
        var refusal = Refusal.notAllowed("join.barred").with("ends", bar.until() == null ? "never" : "day");
        return bar.until() == null
                ? refusal
                : refusal.with("until", bar.until())
                        .with("day", bar.until().atZone(zone(circle)).toLocalDate());
    }

    private ZoneId zone(CircleId circle) {
        return circles.byId(circle).map(found -> found.face().zone()).orElse(ZoneOffset.UTC);
    }

    /**
     * @param bar null lets them ask at once
     * @return whether it is written; not for who is in the circle, or never was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean set(CircleId circle, AccountId account, @Nullable Bar bar) {
        return db.sql("""
                update members.membership
                   set barred = :barred, barred_until = :until
                 where circle_id = :circle and account_id = :account and state = 'removed'
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("barred", bar != null)
                        .with("until", bar == null ? null : bar.until())
                        .run()
                == 1;
    }
}
