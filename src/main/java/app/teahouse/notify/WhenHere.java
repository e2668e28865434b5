package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.util.Set;

/**
 * What is done for somebody because they are here, behind their request and at most once a minute: so it is done for those who come, and
 * never for all members. A room above brings it as a bean.
 */
public interface WhenHere {

    /** @param circles those they are in, the last visited two hundred */
    void here(AccountId account, Set<CircleId> circles);
}
