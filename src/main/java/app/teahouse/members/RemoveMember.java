package app.teahouse.members;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff remove a member, with a reason. What the member wrote stays; coming back needs the staff's yes. */
@Component
public class RemoveMember {
    private final MemberRows rows;
    private final Pulse pulse;
    private final Events events;
    private final Clock clock;

    RemoveMember(MemberRows rows, Pulse pulse, Events events, Clock clock) {
        this.rows = rows;
        this.pulse = pulse;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void remove(Staff staff, long number, String reason) {
        new Faults().text("reason", reason, 500).refuse();
        var account = rows.accountOf(staff.circle(), number);
        var locked = rows.lock(staff.circle(), staff.account(), account);
        if (!locked.one().role().isStaff()
                || !locked.one().role().isAbove(locked.other().role())) {
            throw Refusal.notAllowed("role.not-above");
        }

        var now = clock.instant();
        rows.end(staff.circle(), account, staff.account(), reason.strip(), now);
        pulse.countMembers(staff.circle(), -1);
        events.publish(new MemberGone(
                staff.circle(),
                account,
                number,
                locked.other().alias(),
                new MemberGone.Removed(staff.account(), reason.strip(), now)));
    }
}
