package app.teahouse.payouts;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Role;
import app.teahouse.members.RoleChanged;
import org.springframework.stereotype.Component;

/** Where a former owner's money went is forgotten once the circle is another's. */
@Component
class ForgetAccount implements Listener<RoleChanged> {
    private final PayoutDetails details;

    ForgetAccount(PayoutDetails details) {
        this.details = details;
    }

    @Override
    public Class<RoleChanged> event() {
        return RoleChanged.class;
    }

    @Override
    public void on(RoleChanged event) {
        if (event.after() == Role.OWNER) {
            details.forget(event.circle(), event.account());
        }
    }
}
