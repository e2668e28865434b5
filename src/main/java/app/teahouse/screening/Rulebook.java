package app.teahouse.screening;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Words;
import app.teahouse.matching.Contacts;
import app.teahouse.matching.Line;
import app.teahouse.matching.Links;
import app.teahouse.matching.Plain;
import app.teahouse.matching.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules made ready to look: their words in one automaton, their domains in sets. It never changes. */
final class Rulebook {
    private static final int MOST_OF_RULE = 3;

    private final long edition;
    private final List<Rule> rules;
    private final WordList words;
    private final List<Domains> domains;

    /** A rule's domains; {@code looks} are the denied ones as a reader sees them. */
    private record Domains(Set<String> denied, Set<String> looks, Set<String> allowed) {
        static Domains of(Rule rule) {
            var looks = new HashSet<String>();
            rule.words().forEach(domain -> looks.add(Links.looks(domain)));
            return new Domains(Set.copyOf(rule.words()), looks, Set.copyOf(rule.allowed()));
        }

        boolean allows(Links.Link link) {
            return link.names().stream().anyMatch(allowed::contains);
        }

        boolean denies(Links.Link link) {
            return Stream.concat(
                            link.names().stream().filter(denied::contains),
                            link.looks().stream().filter(looks::contains))
                    .findAny()
                    .isPresent();
        }
    }

    private Rulebook(long edition, List<Rule> rules) {
        this.edition = edition;
        this.rules = rules;
        this.words = WordList.of(IntStream.range(0, rules.size())
                .boxed()
                .filter(i -> rules.get(i).kind() == RuleKind.WORDS)
                .flatMap(i -> Stream.concat(
                        rules.get(i).words().stream().map(word -> new WordList.Entry(i, word, false)),
                        rules.get(i).allowed().stream().map(word -> new WordList.Entry(i, word, true))))
                .toList());
        this.domains = rules.stream().map(Domains::of).toList();
    }

    /** @param rules in their order; only those that are asked */
    static Rulebook of(long edition, List<Rule> rules) {
        return new Rulebook(edition, rules);
    }

    long edition() {
        return edition;
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** How much memory it takes, in bytes, about. */
    int size() {
        var others = rules.stream()
                .mapToLong(rule ->
                        400L + 200L * (rule.words().size() + rule.allowed().size()))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, words.size() + others);
    }

    /** Those that look at such words of such a member. */
    List<Rule> asked(Matter matter, Role role) {
        return rules.stream()
                .filter(rule -> rule.isAbout(matter) && !rule.spares(role))
                .toList();
    }

    /** Whether what is said must be remembered for some rule. */
    boolean remembers(Matter matter) {
        return rules.stream().anyMatch(rule -> rule.kind().remembers() && rule.isAbout(matter));
    }

    /**
     * What rules about words, links and contacts find.
     *
     * @param ownHost the site's, to which links are always allowed
     */
    List<Found> judge(List<Rule> asked, Words text, String ownHost) {
        var found = new ArrayList<Found>();
        judge(asked, "title", text.title(), ownHost, found);
        judge(asked, "text", text.text(), ownHost, found);
        return found;
    }

    private void judge(List<Rule> asked, String field, String text, String ownHost, List<Found> found) {
        if (text.isEmpty()) {
            return;
        }
        if (!words.isEmpty() && asked.stream().anyMatch(rule -> rule.kind() == RuleKind.WORDS)) {
            for (var hit : words.find(Plain.of(text), MOST_OF_RULE)) {
                var rule = rules.get(hit.rule());
                if (asked.contains(rule)) {
                    found.add(new Found(rule, field, hit.from(), hit.to()));
                }
            }
        }
        @Nullable Line line = null;
        for (var rule : asked) {
            if (rule.kind() == RuleKind.LINKS || rule.kind() == RuleKind.CONTACTS) {
                line = line == null ? Line.of(text) : line;
                (rule.kind() == RuleKind.LINKS ? links(rule, field, line, ownHost) : contacts(rule, field, line))
                        .limit(MOST_OF_RULE)
                        .forEach(found::add);
            }
        }
    }

    private Stream<Found> links(Rule rule, String field, Line line, String ownHost) {
        var listed = domains.get(rules.indexOf(rule));
        var links = Links.in(line).stream()
                .filter(link -> !link.host().equals(ownHost) && !listed.allows(link))
                .toList();
        if (rule.many() > 0 && links.size() > rule.many()) {
            return links.stream().skip(rule.many()).map(link -> new Found(rule, field, link.from(), link.to()));
        }
        return links.stream()
                .filter(link -> rule.strict() || listed.denies(link))
                .map(link -> new Found(rule, field, link.from(), link.to()));
    }

    private static Stream<Found> contacts(Rule rule, String field, Line line) {
        return Contacts.in(line).stream()
                .filter(contact -> rule.contacts().contains(contact.kind()))
                .map(contact -> new Found(rule, field, contact.from(), contact.to()));
    }
}
