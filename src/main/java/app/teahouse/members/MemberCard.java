package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member as other rooms and their pages show them.
 *
 * @param active whether they belong to the circle now; who left or was removed is still named above their words
 */
public record MemberCard(
        AccountId account,
        long number,
        String alias,
        @Nullable String picture,
        Role role,
        boolean active) {

    /** The path behind the circle's address. */
    public String path() {
        return "/m/" + number;
    }
}
