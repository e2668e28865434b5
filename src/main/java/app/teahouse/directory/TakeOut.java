package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff take a member below them out of the directory, with a reason that the member reads, and let them in again. */
@Component
public class TakeOut {
    static final int LONGEST_REASON = 500;

    private final Db db;
    private final Members members;
    private final Events events;
    private final Clock clock;

    TakeOut(Db db, Members members, Events events, Clock clock) {
        this.db = db;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal {@code member.unknown}, {@code role.not-above}, {@code directory.not-listed} */
    @Transactional
    public void takeOut(Staff staff, long number, String reason) {
        new Faults().text("reason", reason, LONGEST_REASON).refuse();
        var member = below(staff, number);
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

    private MemberCard below(Staff staff, long number) {
        var member = members.numbered(staff.circle(), number).orElseThrow(() -> Refusal.notFound("member.unknown"));
        if (!staff.role().isAbove(member.role())) {
            throw Refusal.notAllowed("role.not-above").with("name", member.alias());
        }
        return member;
    }

    /** They may list themselves again; until they do, nobody finds them. Who is not out stays as they are. */
    @Transactional
    public void letIn(Staff staff, long number) {
        var member = below(staff, number);
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
