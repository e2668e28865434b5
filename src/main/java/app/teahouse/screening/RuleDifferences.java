package app.teahouse.screening;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences.Difference;
import app.teahouse.kernel.Role;
import app.teahouse.membertags.MemberTagId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes different when a rule is changed, as the log says it. Of long lists only what goes and what comes. */
final class RuleDifferences {
    private RuleDifferences() {}

    /** @param tags what the circle's member tags are called */
    static List<Difference> of(Rule was, RuleWish is, Map<MemberTagId, String> tags) {
        return List.of(
                new Difference("name", was.name(), is.name()),
                new Difference("verdict", Db.name(was.verdict()), Db.name(is.verdict())),
                new Difference("said", was.said(), is.said()),
                new Difference("matters", names(was.matters()), names(is.matters())),
                new Difference("spares", roles(was.spares()), roles(is.spares())),
                new Difference("spared", called(was.sparedTags(), tags), called(is.sparedTags(), tags)),
                new Difference("words", without(was.words(), is.words()), without(is.words(), was.words())),
                new Difference("allowed", without(was.allowed(), is.allowed()), without(is.allowed(), was.allowed())),
                new Difference("contacts", names(was.contacts()), names(is.contacts())),
                new Difference("strict", String.valueOf(was.strict()), String.valueOf(is.strict())),
                new Difference("many", String.valueOf(was.many()), String.valueOf(is.many())),
                new Difference("minutes", String.valueOf(was.minutes()), String.valueOf(is.minutes())));
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Db::name).collect(Collectors.joining(","));
    }

    private static String roles(Set<Role> roles) {
        return names(RuleWish.SPARES.stream().filter(roles::contains).toList());
    }

    private static String called(List<MemberTagId> worn, Map<MemberTagId, String> tags) {
        return worn.stream()
                .map(tag -> tags.getOrDefault(tag, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    private static String without(List<String> some, List<String> others) {
        var left = Set.copyOf(others);
        return some.stream().filter(line -> !left.contains(line)).collect(Collectors.joining(" · "));
    }
}
