package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;

/** Whoever sells entry to circles. Asked before somebody becomes a member of one that costs something, in the same transaction. */
public interface Toll {

    /** @throws app.teahouse.kernel.Refusal {@code join.payment-needed} */
    void pass(CircleId circle, AccountId account);

    /** They are a member now, in the same transaction: their time is written to the membership. */
    void entered(CircleId circle, AccountId account);
}
