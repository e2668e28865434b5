package app.teahouse.announcements;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries what is due to its members, a hundred at a time, each hundred in one transaction with its notices, mails and cursor. A lease keeps
 * two nodes off one announcement; should both take it, its row's lock and the receipts' key keep it right.
 */
@Component
class CarryAnnouncements implements Job {
    private static final Logger log = LoggerFactory.getLogger(CarryAnnouncements.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int BATCHES = 5;

    private final Db db;
    private final TransactionTemplate transaction;
    private final TellNext tellNext;
    private final Clock clock;

    CarryAnnouncements(Db db, TransactionTemplate transaction, TellNext tellNext, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.tellNext = tellNext;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "announcements.carry";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** The lease keeps two nodes off one announcement. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    private record Due(CircleId circle, AnnouncementId id) {}

    @Override
    public boolean step(Instant now) {
        var more = false;
        for (var due : due(now)) {
            if (lease(due, now)) {
                more |= carry(due, now);
            }
        }
        return more;
    }

    private List<Due> due(Instant now) {
        return db.sql("""
                select circle_id, announcement_id
                  from announcements.announcement
                 where state in ('scheduled', 'sending') and send_at <= :now and (lease_until is null or lease_until < :now)
                 order by send_at, announcement_id
                 limit 10
                """)
                .with("now", now)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new AnnouncementId(Db.uuid(row, 2))));
    }

    private boolean lease(Due due, Instant now) {
        return db.sql("""
                update announcements.announcement
                   set lease_until = :until
                 where circle_id = :circle and announcement_id = :id and state in ('scheduled', 'sending')
                   and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", due.circle())
                        .with("id", due.id())
                        .with("now", now)
                        .with("until", now.plus(LEASE))
                        .run()
                == 1;
    }

    /** Answers whether there is more to do. A hundred that fails is tried again when the lease is over. */
    private boolean carry(Due due, Instant now) {
        var until = clock.instant().plus(STEP);
        try {
            for (var i = 0; i < BATCHES && clock.instant().isBefore(until); i++) {
                if (!Boolean.TRUE.equals(transaction.execute(_ -> tellNext.tell(due.circle(), due.id(), now)))) {
                    return false;
                }
            }
            release(due);
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "Announcement {} stands still until its lease is over",
                    due.id().value(),
                    e);
            return false;
        }
    }

    private void release(Due due) {
        db.sql(
                        "update announcements.announcement set lease_until = null where circle_id = :circle and announcement_id = :id")
                .with("circle", due.circle())
                .with("id", due.id())
                .run();
    }
}
