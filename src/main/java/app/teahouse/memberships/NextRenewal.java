package app.teahouse.memberships;

import app.teahouse.passes.Pass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody's time renews itself next, and what came of it so far. A room above brings it as a bean. */
public interface NextRenewal {

    /**
     * @param chargedAt when the card is charged, or would be if it were to renew itself; null where nothing is charged any more
     * @param triedAt when it could not be charged the last time, or null
     */
    record Next(@Nullable Instant chargedAt, @Nullable Instant triedAt) {}

    Next of(Pass pass, Instant now);
}
