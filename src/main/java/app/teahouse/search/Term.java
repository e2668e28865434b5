package app.teahouse.search;

import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary.Counts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a document must have to be found, as a tree of lexemes. */
sealed interface Term {

    record One(String lexeme) implements Term {}

    record All(List<Term> terms) implements Term {}

    record Any(List<Term> terms) implements Term {}

    /** One right after the other. */
    record Phrase(List<Term> terms) implements Term {}

    static Term one(String lexeme) {
        return new One(lexeme);
    }

    static Term all(List<Term> terms) {
        return terms.size() == 1 ? terms.getFirst() : new All(List.copyOf(terms));
    }

    static Term any(List<Term> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Any(List.copyOf(terms));
    }

    default Term and(List<Term> others) {
        if (others.isEmpty()) {
            return this;
        }
        var terms = new ArrayList<Term>();
        terms.add(this);
        terms.addAll(others);
        return all(terms);
    }

    /** The same in titles and names only; facts and pinyin stay what they are. */
    default Term titled() {
        return switch (this) {
            case One one ->
                one.lexeme().startsWith("=") || one.lexeme().startsWith("%")
                        ? new One(Lexemes.titled(one.lexeme()))
                        : one;
            case All all -> new All(all.terms().stream().map(Term::titled).toList());
            case Any any -> new Any(any.terms().stream().map(Term::titled).toList());
            // Titles are not kept in their order.
            case Phrase phrase ->
                new All(phrase.terms().stream().map(Term::titled).toList());
        };
    }

    /** Without the alternatives that no document has: each would be looked up in vain, and ranked for each hit. */
    default Term used(Counts counts) {
        return switch (this) {
            case One one -> one;
            case All all ->
                new All(all.terms().stream().map(term -> term.used(counts)).toList());
            case Phrase phrase ->
                new Phrase(
                        phrase.terms().stream().map(term -> term.used(counts)).toList());
            case Any any -> {
                var used = any.terms().stream()
                        .filter(term -> term.documents(counts) > 0)
                        .map(term -> term.used(counts))
                        .toList();
                yield used.isEmpty() ? any : any(used);
            }
        };
    }

    /** As the text of a tsquery. */
    default String query(String code) {
        return switch (this) {
            case One one -> Lexemes.quoted(code, one.lexeme());
            case All all -> joined(all.terms(), " & ", code);
            case Any any -> joined(any.terms(), " | ", code);
            case Phrase phrase -> joined(phrase.terms(), " <-> ", code);
        };
    }

    private static String joined(List<Term> terms, String with, String code) {
        return terms.stream().map(term -> term.query(code)).collect(Collectors.joining(with, "(", ")"));
    }

    /** In how many documents it may be, at most. */
    default long documents(Counts counts) {
        return switch (this) {
            case One one -> counts.of(one.lexeme());
            case All all -> least(all.terms(), counts);
            case Phrase phrase -> least(phrase.terms(), counts);
            case Any any ->
                Math.min(
                        counts.documents(),
                        any.terms().stream()
                                .mapToLong(term -> term.documents(counts))
                                .sum());
        };
    }

    private static long least(List<Term> terms, Counts counts) {
        return terms.stream().mapToLong(term -> term.documents(counts)).min().orElse(0);
    }

    default Set<String> lexemes() {
        var lexemes = new LinkedHashSet<String>();
        gather(lexemes);
        return lexemes;
    }

    private void gather(Set<String> lexemes) {
        switch (this) {
            case One one -> lexemes.add(one.lexeme());
            case All all -> all.terms().forEach(term -> term.gather(lexemes));
            case Any any -> any.terms().forEach(term -> term.gather(lexemes));
            case Phrase phrase -> phrase.terms().forEach(term -> term.gather(lexemes));
        }
    }
}
