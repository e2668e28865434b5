package app.teahouse.members;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import java.time.Instant;

/**
 * A circle as one of its members finds it among theirs.
 *
 * @param unread how many posts came after the member's mark
 * @param activeAt when something happened there last
 */
public record MyCircle(
        Face face, Role role, long members, long unread, Instant activeAt, Instant visitedAt, Instant joinedAt) {}
