package app.teahouse.screening;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.matching.Contacts;
import app.teahouse.matching.Domains;
import app.teahouse.matching.WordList;
import app.teahouse.membertags.MemberTagId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A rule as somebody wants it. What its kind has no use for is left out. */
public record RuleWish(
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
        List<MemberTagId> sparedTags) {
    static final int MOST_TAGS = 20;
    static final int LONGEST_NAME = 80;
    static final int LONGEST_SAID = 300;

    /** In one rule; a circle's rules together hold no more than {@link #MOST_WORDS_OF_CIRCLE}. */
    public static final int MOST_WORDS = 5_000;

    static final int MOST_WORDS_OF_CIRCLE = 20_000;
    static final int LONGEST_WORD = 60;
    static final int MOST = 1_000;
    static final int FURTHEST_MINUTES = 14 * 24 * 60;

    /** Roles that a rule may spare, from the highest down. The owner it never looks at. */
    public static final List<Role> SPARES = List.of(Role.PARTNER, Role.ADMIN, Role.GUEST_EXPERT, Role.VOLUNTEER);

    /** Spares nobody for a tag. */
    public RuleWish(
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
            int minutes) {
        this(name, kind, verdict, said, matters, spares, words, allowed, contacts, strict, many, minutes, List.of());
    }

    /** The same in order: without empty lines and doubles, domains as the network writes them, and only what the kind can use. */
    RuleWish tidy() {
        var listed = kind == RuleKind.WORDS || kind == RuleKind.LINKS;
        return new RuleWish(
                name.strip(),
                kind,
                verdict,
                said.strip(),
                kind.matters().stream().filter(matters::contains).toList(),
                spares,
                listed ? lines(words) : List.of(),
                listed ? lines(allowed) : List.of(),
                kind == RuleKind.CONTACTS ? contacts.stream().distinct().toList() : List.of(),
                strict && (kind == RuleKind.LINKS || kind.isAboutCopies()),
                kind == RuleKind.WORDS || kind == RuleKind.CONTACTS ? 0 : many,
                kind.remembers() ? minutes : 0,
                sparedTags.stream().distinct().toList());
    }

    private List<String> lines(List<String> typed) {
        return typed.stream()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(line -> kind == RuleKind.LINKS ? domain(line) : line)
                .distinct()
                .toList();
    }

    /** What people paste as a domain is often an address. */
    private static String domain(String typed) {
        var bare = typed.replaceFirst("^[A-Za-z]+://", "").replaceFirst("^(?:\\*\\.|www\\.)", "");
        var end = bare.indexOf('/');
        return Domains.host(end < 0 ? bare : bare.substring(0, end)).orElse(typed);
    }

    RuleWish check() {
        var faults = new Faults()
                .text("name", name, LONGEST_NAME)
                .atMost("said", said, LONGEST_SAID)
                .require(!matters.isEmpty(), "matters", "screening.nowhere")
                .require(
                        sparedTags.size() <= MOST_TAGS,
                        "sparedTags",
                        "screening.too-many-tags",
                        Map.of("most", MOST_TAGS))
                .require(
                        words.size() + allowed.size() <= MOST_WORDS,
                        "words",
                        "screening.too-many-words",
                        Map.of("most", MOST_WORDS));
        switch (kind) {
            case WORDS -> {
                faults.require(!words.isEmpty(), "words", "field.missing");
                each(faults, "words", words, "screening.no-word", WordList::isWord);
                each(faults, "allowed", allowed, "screening.no-word", WordList::isWord);
            }
            case LINKS -> {
                faults.require(strict || !words.isEmpty() || many > 0, "words", "screening.no-links");
                each(faults, "words", words, "screening.no-domain", RuleWish::isDomain);
                each(faults, "allowed", allowed, "screening.no-domain", RuleWish::isDomain);
                faults.require(many >= 0 && many <= MOST, "many", "screening.many", Map.of("most", MOST));
            }
            case CONTACTS -> faults.require(!contacts.isEmpty(), "contacts", "screening.no-contacts");
            case NEWCOMERS, RATE, REPETITION, LIKENESS ->
                faults.require(many >= 1 && many <= MOST, "many", "screening.many", Map.of("most", MOST));
        }
        faults.require(
                        !kind.remembers() || (minutes >= 1 && minutes <= FURTHEST_MINUTES),
                        "minutes",
                        "screening.minutes",
                        Map.of("most", FURTHEST_MINUTES))
                .refuse();
        return this;
    }

    private static boolean isDomain(String host) {
        return Domains.host(host).isPresent() && !Domains.isShared(host);
    }

    private static void each(Faults faults, String field, List<String> lines, String code, Predicate<String> good) {
        lines.stream()
                .filter(line -> line.codePointCount(0, line.length()) > LONGEST_WORD
                        || line.indexOf('\0') >= 0
                        || !good.test(line))
                .findFirst()
                .ifPresent(line -> faults.require(false, field, code, Map.of("word", shortened(line))));
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }
}
