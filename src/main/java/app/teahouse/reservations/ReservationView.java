package app.teahouse.reservations;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that is held, as the circle's partners see it.
 *
 * @param id as it stands in addresses
 * @param name as the list calls them, while it waits
 * @param member who took it, or null
 */
public record ReservationView(
        String id,
        String name,
        MemberNotes notes,
        Instant madeAt,
        @Nullable MemberCard member) {}
