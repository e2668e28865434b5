package app.teahouse.log;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log somebody wishes to read.
 *
 * @param by who did it, or null
 * @param byOperator whether the operator of the site did it
 * @param whose the member it was done to, or null
 * @param kinds of acts; empty for all
 * @param from the first moment, and {@code to} behind the last; null where it does not matter
 */
record LogFilter(
        @Nullable AccountId by,
        boolean byOperator,
        @Nullable AccountId whose,
        List<String> kinds,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final LogFilter ALL = new LogFilter(null, false, null, List.of(), null, null);

    /** The kinds of acts, in groups of which a page's filter and a program name one. */
    static final Map<String, List<String>> GROUPS = groups();

    /** What its member reads of themselves: not what staff keep for themselves, such as tags. */
    private static final List<String> READ_BY_MEMBERS = List.of(
            "role",
            "removed",
            "guest_pass",
            "guest_pass_ended",
            "mute",
            "unmute",
            "grant",
            "grant_ended",
            "reviewed",
            "review_reversed",
            "strike",
            "directory_out",
            "directory_in");

    static LogFilter about(AccountId member) {
        return new LogFilter(null, false, member, READ_BY_MEMBERS, null, null);
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put(
                "circle",
                List.of(
                        "access",
                        "reading",
                        "address",
                        "rules",
                        "archived",
                        "unarchived",
                        "deletion",
                        "kept",
                        "synonyms",
                        "places",
                        "returned",
                        "speaking"));
        groups.put(
                "members",
                List.of(
                        "role",
                        "removed",
                        "removal_undone",
                        "removal_money",
                        "barred",
                        "unbarred",
                        "words_hidden",
                        "words_deleted",
                        "words_returned",
                        "guest_pass",
                        "guest_pass_ended"));
        groups.put(
                "tags",
                List.of(
                        "tagged",
                        "untagged",
                        "tag_declined",
                        "tagged_many",
                        "untagged_many",
                        "segment_made",
                        "segment_changed",
                        "segment_gone"));
        groups.put("rights", List.of("mute", "unmute", "grant", "grant_ended", "hush", "hush_ended", "speaking"));
        groups.put(
                "order",
                List.of(
                        "rule_made",
                        "rule_changed",
                        "rule_on",
                        "rule_off",
                        "rule_gone",
                        "reviewed",
                        "review_reversed",
                        "ladder",
                        "strike",
                        "directory_out",
                        "directory_in"));
        groups.put("other", List.of("announced", "announcement_stopped", "did"));
        groups.put(
                "money",
                List.of("paid", "free", "payout_account", "way_added", "way_changed", "way_removed", "refund"));
        return groups;
    }
}
