package app.teahouse.takeaway;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes what was asked for, a step at a time. A lease keeps two nodes off one file. A step's bytes are on the disk before its row
 * says that they count, so a run that was killed goes on from the last row.
 */
@Component
class WorkTakeaways implements Job {
    private static final Logger log = LoggerFactory.getLogger(WorkTakeaways.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST_FAILURES = 5;

    private final Db db;
    private final Kinds kinds;
    private final Shelf shelf;
    private final Askers askers;

    WorkTakeaways(Db db, Kinds kinds, Shelf shelf, Askers askers) {
        this.db = db;
        this.kinds = kinds;
        this.shelf = shelf;
        this.askers = askers;
    }

    @Override
    public String name() {
        return "takeaway.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** The lease keeps two nodes off one file. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    private record Due(
            CircleId circle,
            TakeawayId id,
            String kind,
            AccountId by,
            String wish,
            Instant askedAt,
            Progress at,
            Parcel.Mark mark) {}

    @Override
    public boolean step(Instant now) {
        var more = false;
        for (var due : due(now)) {
            if (lease(due, now)) {
                more |= work(due, now);
            }
        }
        return more;
    }

    private List<Due> due(Instant now) {
        return db.sql("""
                select circle_id, run_id, kind, made_by, wish, made_at, cursor, done, total, bytes, directory_bytes, entries
                  from takeaway.run
                 where state = 'running' and (lease_until is null or lease_until < :now)
                 order by run_id
                 limit 10
                """)
                .with("now", now)
                .all((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        new TakeawayId(Db.uuid(row, 2)),
                        row.getString(3),
                        new AccountId(Db.uuid(row, 4)),
                        row.getString(5),
                        Db.instant(row, 6),
                        new Progress(row.getString(7), row.getLong(8), row.getLong(9), false),
                        new Parcel.Mark(row.getLong(10), row.getLong(11), row.getLong(12))));
    }

    private boolean lease(Due due, Instant now) {
        return db.sql("""
                update takeaway.run
                   set lease_until = :until
                 where circle_id = :circle and run_id = :run and state = 'running'
                   and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", due.circle())
                        .with("run", due.id())
                        .with("now", now)
                        .with("until", now.plus(LEASE))
                        .run()
                == 1;
    }

    /** Answers whether there is more to do. A step that fails is tried again when its lease is over. */
    private boolean work(Due due, Instant now) {
        var kind = kinds.named(due.kind());
        var member = asker(due, kind);
        if (member.isEmpty()) {
            fail(due, "no_right", now);
            return false;
        }
        try {
            return add(due, kind, member.get(), now);
        } catch (IOException | RuntimeException e) {
            log.warn("A step of {} {} failed", due.kind(), due.id().value(), e);
            stumble(due, now);
            return false;
        }
    }

    private Optional<Member> asker(Due due, TakeawayKind kind) {
        return askers.now(due.circle(), due.by())
                .filter(member -> kind.whom() != TakeawayKind.For.OWNER || member.role() == Role.OWNER);
    }

    private boolean add(Due due, TakeawayKind kind, Member member, Instant now) throws IOException {
        var file = shelf.file(due.id());
        // A disk that lost it, or another node's: it is made anew.
        var whole = Parcel.holds(file, due.mark());
        var mark = whole ? due.mark() : Parcel.Mark.NOTHING;
        var at = whole ? due.at() : new Progress("", 0, due.at().total(), false);
        try (var parcel = Parcel.open(file, mark)) {
            var takeaway =
                    new Takeaway(due.id(), member, due.wish(), at.cursor(), at.done(), at.total(), due.askedAt());
            var progress = kind.step(takeaway, parcel, new Budget());
            var kept = parcel.keep();
            if (progress.finished()) {
                finish(due, progress, kept, parcel.finish(), now);
            } else {
                note(due, progress, kept);
            }
            return !progress.finished();
        }
    }

    private void note(Due due, Progress progress, Parcel.Mark mark) {
        db.sql("""
                update takeaway.run
                   set cursor = :cursor, done = :done, total = :total, bytes = :bytes, directory_bytes = :directory,
                       entries = :entries, lease_until = null, failures = 0
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", due.circle())
                .with("run", due.id())
                .with("cursor", progress.cursor())
                .with("done", progress.done())
                .with("total", progress.total())
                .with("bytes", mark.bytes())
                .with("directory", mark.directory())
                .with("entries", mark.entries())
                .run();
    }

    private void finish(Due due, Progress progress, Parcel.Mark mark, long length, Instant now) {
        db.sql("""
                update takeaway.run
                   set state = 'done', done = :done, total = :done, bytes = :length, directory_bytes = :directory,
                       entries = :entries, lease_until = null, finished_at = :now, expires_at = :expires
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", due.circle())
                .with("run", due.id())
                .with("done", progress.done())
                .with("length", length)
                .with("directory", mark.directory())
                .with("entries", mark.entries())
                .with("now", now)
                .with("expires", now.plus(LIFE))
                .run();
    }

    private void stumble(Due due, Instant now) {
        var failures = db.sql("""
                update takeaway.run
                   set failures = failures + 1
                 where circle_id = :circle and run_id = :run and state = 'running'
                returning failures
                """)
                .with("circle", due.circle())
                .with("run", due.id())
                .maybe(Integer.class)
                .orElse(0);
        if (failures >= MOST_FAILURES) {
            fail(due, "trouble", now);
        }
    }

    private void fail(Due due, String reason, Instant now) {
        db.sql("""
                update takeaway.run
                   set state = 'failed', reason = :reason, lease_until = null, finished_at = :now, expires_at = :now
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", due.circle())
                .with("run", due.id())
                .with("reason", reason)
                .with("now", now)
                .run();
    }
}
