package app.teahouse.applications;

import app.teahouse.accounts.Leaving;
import app.teahouse.kernel.AccountId;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who deletes their account waits nowhere any more. */
@Component
@Order(-3)
class LeaveApplications implements Leaving {
    private final MyApplications myApplications;
    private final Apply apply;

    LeaveApplications(MyApplications myApplications, Apply apply) {
        this.myApplications = myApplications;
        this.apply = apply;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var waiting = myApplications.circles(account);
        waiting.forEach(circle -> apply.settle(circle, account));
        return !waiting.isEmpty();
    }
}
