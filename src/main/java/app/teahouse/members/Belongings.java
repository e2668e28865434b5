package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.util.Collection;

/** What a room above keeps of a circle with the accounts of its people, where the circle's own rows do not lead to it. */
public interface Belongings {

    /** Takes it away, since the circle is erased; within the caller's transaction. */
    void forget(CircleId circle, Collection<AccountId> accounts);
}
