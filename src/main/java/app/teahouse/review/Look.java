package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that somebody looks at an item, for two minutes, and is said again while they do. It keeps colleagues from doing the same work; that
 * nothing is decided twice follows from the decision itself.
 */
@Component
class Look {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Db db;
    private final Clock clock;

    Look(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return what the one is called who looks at it already; nobody, if that is the caller from now on */
    @Transactional
    public Optional<String> at(Staff staff, ItemId id) {
        var now = clock.instant();
        var mine = db.sql("""
                update review.item
                   set seen_by = :me, seen_until = :until
                 where circle_id = :circle and item_id = :id and state <> 'decided'
                   and (seen_by is null or seen_by = :me or seen_until <= :now)
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("me", staff.account())
                .with("now", now)
                .with("until", now.plus(LEASE))
                .run();
        if (mine == 1) {
            return Optional.empty();
        }
        return db.sql("""
                select m.alias
                  from review.item i
                  join members.membership m on m.circle_id = i.circle_id and m.account_id = i.seen_by
                 where i.circle_id = :circle and i.item_id = :id and i.seen_until > :now
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("now", now)
                .maybe(String.class);
    }
}
