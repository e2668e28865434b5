package app.teahouse.entrance;

import app.teahouse.accounts.Email;
import app.teahouse.kernel.AccountId;
import java.util.Set;

/** Hears of new accounts, and of what made them look like a machine's. A room above keeps it. */
public interface Watch {

    /** Whether anybody looks at all. */
    boolean isOn();

    /** Whether addresses of its domain are thrown away. */
    boolean isDisposable(Email email);

    /** Part of the transaction that opens the account. */
    void opened(AccountId account, Set<Sign> signs);
}
