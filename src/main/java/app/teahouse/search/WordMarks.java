package app.teahouse.search;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Marks;
import app.teahouse.analysis.Token;
import app.teahouse.index.Lexemes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the words of a question in all their forms. Texts repeat their words, so what was looked up once is remembered: one per page. */
final class WordMarks implements Marks {
    private static final String NOTHING = "";

    private final Set<String> lexemes;
    private final Set<String> stems = new HashSet<>();
    private final Map<String, String> known = new HashMap<>();
    private final int words;

    WordMarks(Set<String> lexemes) {
        this.lexemes = lexemes;
        var words = new HashSet<String>();
        for (var lexeme : lexemes) {
            var word = lexeme.isEmpty() ? "" : lexeme.substring(1);
            if (lexeme.equals(Lexemes.word(word))) {
                words.add(Analysis.stem(word));
                stems.add(word);
            } else if (lexeme.startsWith(Lexemes.STEM)) {
                words.add(word);
                stems.add(word);
            }
        }
        this.words = words.size();
    }

    @Override
    public @Nullable String of(Token token) {
        if (token.kind() != Token.Kind.WORD) {
            return lexemes.contains(Lexemes.word(token.term())) ? token.term() : null;
        }
        var found = Objects.requireNonNull(known.computeIfAbsent(token.term(), this::word));
        return found.equals(NOTHING) ? null : found;
    }

    /** Two forms of a word are the same word. */
    private String word(String term) {
        var stem = Analysis.stem(term);
        return lexemes.contains(Lexemes.word(term)) || stems.contains(stem) ? stem : NOTHING;
    }

    @Override
    public int words() {
        return words;
    }
}
