package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import java.util.Comparator;

/** The order in which rows of several accounts are written. */
final class ById {
    static final Comparator<AccountId> ORDER = Comparator.comparing(AccountId::value);

    private ById() {}
}
