package app.teahouse.search;

import app.teahouse.analysis.Marks;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody typed, understood.
 *
 * @param text as it was typed, without what is too long
 * @param parts what a document must have, word by word
 * @param nice what makes a document better and is no must: pairs across two words, the very form of a word
 */
record Query(String text, List<Part> parts, List<Term> nice) {

    /**
     * A word of it.
     *
     * @param word as it is compared
     * @param latin whether it may be a slip of the finger, or pinyin
     */
    record Part(Term term, String word, boolean latin) {
        Part with(Term other) {
            return new Part(other, word, false);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Query with(List<Part> others) {
        return new Query(text, others, nice);
    }

    /** All lexemes whose counts are of interest. */
    Set<String> lexemes() {
        var lexemes = new LinkedHashSet<String>();
        for (var part : parts) {
            lexemes.addAll(part.term().lexemes());
            lexemes.addAll(part.term().titled().lexemes());
        }
        nice.forEach(term -> lexemes.addAll(term.lexemes()));
        return lexemes;
    }

    /** Which of the words a word of a text is. */
    Marks marks() {
        var all = new HashSet<String>();
        parts.forEach(part -> all.addAll(part.term().lexemes()));
        nice.forEach(term -> all.addAll(term.lexemes()));
        return new WordMarks(all);
    }
}
