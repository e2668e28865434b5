package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of applications, for tests. */
@Component
public class SomeApplications {
    private final ApplicationQueue queue;
    private final DecideApplications decide;
    private final WithdrawApplication withdrawApplication;

    SomeApplications(ApplicationQueue queue, DecideApplications decide, WithdrawApplication withdrawApplication) {
        this.queue = queue;
        this.decide = decide;
        this.withdrawApplication = withdrawApplication;
    }

    /** How many waited, and are members now. */
    public int approveAll(Staff staff) {
        return decide.approve(staff, waiting(staff));
    }

    public int declineAll(Staff staff) {
        return decide.decline(staff, waiting(staff), "Not now");
    }

    private List<ApplicationId> waiting(Staff staff) {
        return queue.waiting(staff, null, 50).items().stream()
                .map(view -> new ApplicationId(Ids.parse(view.id())))
                .toList();
    }

    public void withdraw(CircleId circle, AccountId account) {
        withdrawApplication.withdraw(circle, account);
    }
}
