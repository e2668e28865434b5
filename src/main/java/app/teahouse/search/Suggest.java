package app.teahouse.search;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Pinyin;
import app.teahouse.analysis.Token;
import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.search.Candidates.Ask;
import app.teahouse.search.Candidates.Asked;
import app.teahouse.search.Candidates.Place;
import app.teahouse.search.Candidates.Weighed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Suggests while somebody is typing: what they looked for before, tags, members and titles that begin so, also in pinyin. All but their
 * own searches has passed {@link Candidates}, so nobody is shown the title of what they may not read.
 */
@Component
class Suggest {
    private static final int MOST = 8;
    private static final int MOST_OF_A_KIND = 3;
    private static final int MOST_ENDINGS = 24;
    private static final int LOOKED_AT = 40;

    private final Vocabulary vocabulary;
    private final Dictionaries dictionaries;
    private final Recents recents;
    private final Candidates candidates;
    private final Titles titles;
    private final Clock clock;

    Suggest(
            Vocabulary vocabulary,
            Dictionaries dictionaries,
            Recents recents,
            Candidates candidates,
            Titles titles,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.dictionaries = dictionaries;
        this.recents = recents;
        this.candidates = candidates;
        this.titles = titles;
        this.clock = clock;
    }

    /** @param url where the search itself is */
    List<Suggestion> of(Scope scope, String typed, String url) {
        var folded = Dictionary.folded(typed);
        var all = new ArrayList<Suggestion>();
        if (scope.account() != null) {
            recents.of(scope.account()).stream()
                    .filter(words ->
                            folded.isEmpty() || Dictionary.folded(words).startsWith(folded))
                    .limit(folded.isEmpty() ? MOST : MOST_OF_A_KIND)
                    .map(words -> new Suggestion("recent", words, SearchView.address(url, Map.of("q", words)), null))
                    .forEach(all::add);
        }
        if (folded.isEmpty() || typed.length() > ReadQuery.LONGEST) {
            return List.copyOf(all);
        }
        if (scope.isOneCircle()) {
            tags(scope.circles().getFirst(), folded, all);
        }
        found(scope, typed, all);
        return all.stream().limit(MOST).toList();
    }

    private void tags(Face circle, String folded, List<Suggestion> all) {
        dictionaries.tags(circle.id()).stream()
                .filter(tag -> begins(tag.name(), folded))
                .limit(MOST_OF_A_KIND)
                .map(tag -> new Suggestion(
                        "tag",
                        "#" + tag.name(),
                        SearchView.address("/c/" + circle.slug(), Map.of("tag", tag.name())),
                        null))
                .forEach(all::add);
    }

    private static boolean begins(String name, String folded) {
        return Dictionary.folded(name).contains(folded)
                || (folded.length() > 1 && Pinyin.of(name).stream().anyMatch(typed -> typed.startsWith(folded)));
    }

    /** Whole words as they are, the last one as a beginning; or everything together as pinyin. */
    private void found(Scope scope, String typed, List<Suggestion> all) {
        var term = term(scope, typed);
        if (term == null) {
            return;
        }
        var now = clock.instant();
        var counts = vocabulary.counts(scope.ids(), term.lexemes());
        var asks = new ArrayList<Ask>();
        var words = new ArrayList<Weighed>();
        counts.forEach((circle, its) -> {
            if (term.documents(its) > 0) {
                asks.add(ask(circle, term, its));
                words.add(new Weighed(circle, term.query(Lexemes.code(circle)), 1, true));
            }
        });
        if (asks.isEmpty()) {
            return;
        }
        var kinds = new HashMap<String, Integer>();
        var best = candidates.find(scope, new Asked(asks, words, false, Place.start(now), LOOKED_AT)).seen().stream()
                .filter(hit -> !hit.kind().equals("comment"))
                .sorted(Comparator.comparingLong((Candidate hit) -> hit.score(now))
                        .thenComparing(Candidate::id, Candidates::compare)
                        .reversed())
                .filter(hit -> kinds.merge(hit.kind(), 1, Integer::sum) <= MOST)
                .limit(MOST)
                .toList();
        titles.read(scope, best).stream()
                .sorted(Comparator.comparing(title -> title.found().kind().equals("member") ? 0 : 1))
                .map(title ->
                        new Suggestion(title.found().kind(), title.text(), title.url(), place(scope, title.found())))
                .forEach(all::add);
    }

    /** The circle's name, where there are several. */
    private static @Nullable String place(Scope scope, Candidate found) {
        return scope.isOneCircle()
                ? null
                : scope.circles().stream()
                        .filter(face -> face.id().equals(found.circle()))
                        .map(Face::name)
                        .findFirst()
                        .orElse(null);
    }

    private static Ask ask(CircleId circle, Term term, Vocabulary.Counts its) {
        var range = Range.promising((double) term.documents(its), LOOKED_AT, its.lastNumber(), its.lastNumber());
        var blocks = range.blocks(its.lastNumber());
        var code = Lexemes.code(circle);
        if (blocks == null) {
            return new Ask(circle, term.query(code), null, null, 0);
        }
        var named = term.and(List.of(Term.one(Lexemes.kind("member")))).query(code);
        return new Ask(circle, term.and(List.of(blocks)).query(code), null, named, range.from());
    }

    private @Nullable Term term(Scope scope, String typed) {
        var tokens = Analysis.tokens(typed).stream()
                .filter(token -> token.kind() != Token.Kind.ONE)
                .toList();
        var alone = tokens.isEmpty() ? Analysis.tokens(typed) : tokens;
        if (alone.isEmpty()) {
            return null;
        }
        var last = alone.getLast();
        var endings = endings(scope, typed, last);
        var whole = alone.subList(0, alone.size() - 1).stream()
                .map(token -> (token.kind() == Token.Kind.WORD
                                ? ReadQuery.forms(token.term())
                                : Term.one(Lexemes.word(token.term())))
                        .titled())
                .toList();
        var terms = new ArrayList<Term>();
        if (!endings.titles().isEmpty()) {
            terms.add(
                    endings.titles().size() == 1 && whole.isEmpty()
                            ? Term.one(endings.titles().iterator().next())
                            : Term.any(endings.titles().stream().map(Term::one).toList())
                                    .and(whole));
        }
        endings.readings().forEach(reading -> terms.add(Term.one(reading)));
        return terms.isEmpty() ? null : Term.any(terms);
    }

    private record Endings(Set<String> titles, Set<String> readings) {}

    private Endings endings(Scope scope, String typed, Token last) {
        var titles = new LinkedHashSet<String>();
        var readings = new LinkedHashSet<String>();
        if (last.kind() != Token.Kind.WORD) {
            titles.add(Lexemes.titled(Lexemes.word(last.term())));
            return new Endings(titles, readings);
        }
        var beginnings = new ArrayList<String>();
        beginnings.add(Lexemes.titled(Lexemes.word(last.term())));
        var joined = Dictionary.folded(typed).replace(" ", "");
        if (joined.length() > 1 && joined.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            beginnings.add(Lexemes.pinyin(joined));
        }
        for (var found : vocabulary.beginning(scope.ids(), beginnings, MOST_ENDINGS)) {
            (found.startsWith("~") ? readings : titles).add(found);
        }
        return new Endings(titles, readings);
    }
}
