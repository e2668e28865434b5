package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Ranks;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff take a member below them out of the directory, with a reason that the member reads, and let them in again. */
@Component
public class TakeOut {
    static final int LONGEST_REASON = 500;

    private final Db db;
    private final Ranks ranks;
    private final Events events;
    private final Clock clock;

    TakeOut(Db db, Ranks ranks, Events events, Clock clock) {
        this.db = db;
        this.ranks = ranks;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal {@code member.unknown}, {@code role.not-above}, {@code directory.not-listed} */
    @Transactional
    public void takeOut(Staff staff, long number, String reason) {
        new Faults().text("reason", reason, LONGEST_REASON).refuse();
        var member = ranks.below(staff, List.of(number)).getFirst();
        var time = Ids.next();
        var now = clock.instant();
        var done = db.sql("""
                update directory.entry
                   set state = 'out', entry_id = :id, out_by = :by, out_at = :now, out_reason = :reason
                 where circle_id = :circle and account_id = :account and state = 'listed'
                """)
                .with("circle", staff.circle())
                .with("account", member.account())
                .with("id", time)
                .with("by", staff.account())
                .with("now", now)
                .with("reason", reason.strip())
                .run();
        if (done == 0) {
            throw Refusal.conflict("directory.not-listed");
        }
        events.publish(
                new EntryTakenOut(staff.circle(), time, member.account(), true, reason.strip(), staff.account(), now));
    }

    /** They may list themselves again; until they do, nobody finds them. Who is not out stays as they are. */
    @Transactional
    public void letIn(Staff staff, long number) {
        var member = ranks.below(staff, List.of(number)).getFirst();
        var time = Ids.next();
        var done = db.sql("""
                update directory.entry
                   set state = 'draft', entry_id = :id, out_by = null, out_at = null, out_reason = ''
                 where circle_id = :circle and account_id = :account and state = 'out'
                """)
                .with("circle", staff.circle())
                .with("account", member.account())
                .with("id", time)
                .run();
        if (done > 0) {
            events.publish(new EntryTakenOut(
                    staff.circle(), time, member.account(), false, "", staff.account(), clock.instant()));
        }
    }
}
