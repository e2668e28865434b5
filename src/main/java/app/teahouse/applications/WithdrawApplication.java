package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody does not wish to join any more: what they paid for it goes back. */
@Component
class WithdrawApplication {
    private final Apply apply;
    private final ObjectProvider<KeptForApplicant> kept;

    WithdrawApplication(Apply apply, ObjectProvider<KeptForApplicant> kept) {
        this.apply = apply;
        this.kept = kept;
    }

    /** Where none waits it changes nothing. */
    @Transactional
    void withdraw(CircleId circle, AccountId account) {
        if (apply.settle(circle, account)) {
            kept.forEach(keeper -> keeper.declined(circle, account));
        }
    }
}
