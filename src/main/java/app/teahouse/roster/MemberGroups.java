package app.teahouse.roster;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups of members that a room to the right knows, by which staff narrow the list. */
public interface MemberGroups {

    /** @param key as it stands in addresses */
    record Group(String key, String name) {}

    /** All of the circle, for the choice above the list. */
    List<Group> all(Member staff, Locale locale);

    /** The next of a group, in the order of accounts; nothing where there is no such group. */
    Optional<Cursor<AccountId>> page(Member staff, String key, @Nullable String after, int size);
}
