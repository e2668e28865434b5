package app.teahouse.live;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the pages that people have open. Hints may be lost, so nothing rests on them. One process knows its own readers; with
 * several, an implementation over LISTEN/NOTIFY or NATS passes hints between them.
 */
public interface Live {

    void toAccount(AccountId account, LiveEvent event);

    /** To the members of a circle who are looking now, but for the one who made it happen. */
    void toCircle(CircleId circle, LiveEvent event, @Nullable AccountId but);

    /** Who has a page open and was a member of the circle when it was opened. */
    Set<AccountId> present(CircleId circle);

    /** Somebody who is looking joined a circle. */
    void joined(AccountId account, CircleId circle);
}
