package app.teahouse.renewals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.Enrol;
import org.springframework.stereotype.Component;

/** Whoever left or was removed is announced nothing and charged nothing, however lately. */
@Component
class Gone {
    private final Enrol enrol;

    Gone(Enrol enrol) {
        this.enrol = enrol;
    }

    boolean is(CircleId circle, AccountId account) {
        return switch (enrol.before(circle, account)) {
            case LEFT, REMOVED, NOTHING -> true;
            case ACTIVE, EXPIRED -> false;
        };
    }
}
