package app.teahouse.members;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import java.time.Instant;

/**
 * A circle as one of its members finds it among theirs.
 *
 * @param seenNumber the member's mark: posts after it are new to them
 * @param activeAt when something happened there last
 */
public record MyCircle(
        Face face,
        Role role,
        long members,
        long lastNumber,
        long seenNumber,
        Instant activeAt,
        Instant visitedAt,
        Instant joinedAt) {

    public long unread() {
        return Math.max(0, lastNumber - seenNumber);
    }
}
