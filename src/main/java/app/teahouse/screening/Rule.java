package app.teahouse.screening;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.matching.Contacts;
import app.teahouse.membertags.MemberTagId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A rule of a circle.
 *
 * @param said what its writer is told in the circle's own words, or empty
 * @param spares roles it does not look at; the owner it never does
 * @param sparedTags whoever wears one of these it does not look at either
 * @param words words, or denied domains
 * @param allowed exceptions among words, or allowed domains
 * @param strict for links: whatever is not allowed is found; for copies: only those that are nearly the same
 * @param many so many: links at most, first posts, texts in a while, copies
 * @param minutes how far back it looks
 */
public record Rule(
        RuleId id,
        String name,
        RuleKind kind,
        Verdict verdict,
        String said,
        List<Matter> matters,
        Set<Role> spares,
        List<String> words,
        List<String> allowed,
        List<Contacts.Kind> contacts,
        boolean strict,
        int many,
        int minutes,
        boolean switched,
        Instant changedAt,
        List<MemberTagId> sparedTags) {

    /** How much two texts must have in common, in hundredths, to be copies. */
    int alike() {
        return strict ? 85 : 55;
    }

    boolean isAbout(Matter matter) {
        return matters.contains(matter);
    }

    boolean spares(Role role) {
        return role == Role.OWNER || spares.contains(role);
    }
}
