package app.teahouse.members;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member leaves. Who comes back has the same number again. An owner hands the circle over or deletes it first. */
@Component
public class LeaveCircle {
    private final MemberRows rows;
    private final Pulse pulse;
    private final Events events;
    private final Clock clock;

    LeaveCircle(MemberRows rows, Pulse pulse, Events events, Clock clock) {
        this.rows = rows;
        this.pulse = pulse;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void leave(Member member) {
        if (member.role() == Role.OWNER) {
            throw Refusal.conflict("member.owner-stays");
        }
        if (rows.end(member.circle(), member.account(), null, null, clock.instant())) {
            pulse.countMembers(member.circle(), -1);
            events.publish(new MemberGone(
                    member.circle(),
                    member.account(),
                    member.standing().number(),
                    member.standing().alias(),
                    null));
        }
    }
}
