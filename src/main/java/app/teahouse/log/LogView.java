package app.teahouse.log;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a circle's log.
 *
 * @param kind what was done, such as {@code removed}; the message {@code log.kind.…} says it
 * @param by the alias of who did it; null for the operator of the site or a member who is gone
 * @param byOperator whether the operator of the site did it
 * @param whose the alias of the member it was done to, if any
 * @param about what it is now: an address, a role, or visibility and join mode with a comma; of a refund
 *     the order, the sum in its smallest unit and the currency; of a circle that became paid what its members have, and until when
 * @param before how it was, where the act changed something; of long texts the beginning
 */
public record LogView(
        UUID id,
        String kind,
        @Nullable String by,
        boolean byOperator,
        @Nullable String whose,
        String about,
        String reason,
        Instant at,
        String before,
        String after) {}
