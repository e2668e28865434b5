package app.teahouse.members;

import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff give a member another role. Nobody acts on a role equal to or above their own, or gives such a one. */
@Component
public class ChangeRole {
    private final MemberRows rows;
    private final Events events;

    ChangeRole(MemberRows rows, Events events) {
        this.rows = rows;
        this.events = events;
    }

    @Transactional
    public void change(Staff staff, long number, Role role) {
        var account = rows.accountOf(staff.circle(), number);
        var locked = rows.lock(staff.circle(), staff.account(), account);
        var actor = locked.one();
        var member = locked.other();
        if (!actor.role().isStaff()
                || !actor.role().isAbove(member.role())
                || !actor.role().isAbove(role)) {
            throw Refusal.notAllowed("role.not-above");
        }
        if (member.role() != role) {
            rows.changeRole(staff.circle(), account, role);
            events.publish(new RoleChanged(
                    staff.circle(),
                    account,
                    number,
                    member.alias(),
                    member.role(),
                    role,
                    staff.account(),
                    actor.alias()));
        }
    }
}
