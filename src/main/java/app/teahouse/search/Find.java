package app.teahouse.search;

import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary;
import app.teahouse.members.Members;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what somebody looks for: understands the words, chooses which part of a circle to look at, asks once, and where that was nothing
 * tries what may have been meant, or some of the words.
 */
@Component
class Find {
    static final int SIZE = 20;

    private final Vocabulary vocabulary;
    private final Dictionaries dictionaries;
    private final Repair repair;
    private final Candidates candidates;
    private final Members members;
    private final Clock clock;

    Find(
            Vocabulary vocabulary,
            Dictionaries dictionaries,
            Repair repair,
            Candidates candidates,
            Members members,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.dictionaries = dictionaries;
        this.repair = repair;
        this.candidates = candidates;
        this.members = members;
        this.clock = clock;
    }

    /**
     * What was found, before anybody reads the texts.
     *
     * @param all the hits that were looked at, best first; facets count them
     * @param page those of this page
     * @param whole whether these are all there are
     * @param corrected how the words would have been typed
     * @param some whether hits have some of the words only
     */
    record Answer(
            Query query,
            List<Candidate> all,
            List<Candidate> page,
            boolean whole,
            @Nullable String corrected,
            boolean some,
            @Nullable String next) {}

    Answer find(Scope scope, Wish wish, int size) {
        var mark = Mark.read(wish.before());
        var dictionary = scope.isOneCircle() ? dictionaries.of(scope.ids().getFirst()) : Dictionary.NONE;
        var query = ReadQuery.of(wish.words(), dictionary);
        var facts = facts(scope, wish);
        if (query.isEmpty() || scope.circles().isEmpty() || facts == null) {
            return new Answer(query, List.of(), List.of(), true, null, false, null);
        }
        var lexemes = new LinkedHashSet<>(query.lexemes());
        facts.forEach(fact -> lexemes.addAll(fact.lexemes()));
        var counts = vocabulary.counts(scope.ids(), lexemes);
        var meant = wish.exact() ? new Repair.Meant(query, null) : repair.of(query, counts);
        if (!meant.query().equals(query)) {
            lexemes.addAll(meant.query().lexemes());
            counts = vocabulary.counts(scope.ids(), lexemes);
        }
        var asOf = mark == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : mark.asOf();
        return new Search(candidates, new Questions(scope, wish, meant, facts, counts), size, mark, asOf).run();
    }

    /** The facets that were chosen, as terms; null where one of them is nobody's. */
    private @Nullable List<Term> facts(Scope scope, Wish wish) {
        var facts = new ArrayList<Term>();
        if (!wish.kind().isEmpty()) {
            facts.add(Term.one(Lexemes.kind(wish.kind())));
        }
        if (wish.highlights()) {
            facts.add(Term.one(Lexemes.highlighted()));
        }
        if (scope.isOneCircle() && !wish.tag().isEmpty()) {
            var tag = dictionaries.tag(scope.ids().getFirst(), wish.tag());
            if (tag == null) {
                return null;
            }
            facts.add(Term.one(Lexemes.tag(tag)));
        }
        if (scope.isOneCircle() && wish.author() > 0) {
            var author = members.numbered(scope.ids().getFirst(), wish.author());
            if (author.isEmpty()) {
                return null;
            }
            facts.add(Term.one(Lexemes.author(author.get().account().value())));
        }
        return facts;
    }
}
