package app.teahouse.directory;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Token;
import app.teahouse.analysis.Token.Kind;
import app.teahouse.kernel.CircleId;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an entry is found. A lexeme begins with three letters of its circle; then comes the audience of the field it stands in, and what
 * kind of word it is: {@code *} any, {@code e} and {@code i} those of expertise and interests, {@code @} a region. Nobody asks with an
 * audience they do not belong to, so no search, filter or order tells of what is not for them. Contacts have no lexemes at all.
 */
final class EntryWords {
    private static final int MOST_TERMS = 12;

    private final String code;
    private final Set<String> lexemes = new LinkedHashSet<>();

    private EntryWords(CircleId circle) {
        this.code = code(circle);
    }

    /** Not the first bits of the id, which are its time. */
    private static String code(CircleId circle) {
        var bits = circle.value().getLeastSignificantBits();
        return Base64.getUrlEncoder()
                .encodeToString(new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8)})
                .substring(0, 3);
    }

    /** As the text of a tsvector. */
    static String of(CircleId circle, Entry entry) {
        var words = new EntryWords(circle);
        entry.said().texts().forEach((field, text) -> {
            if (field != Field.CONTACT) {
                words.add(entry.audience(field), field, text);
            }
        });
        var region = entry.said().region();
        if (!region.isEmpty()) {
            words.place(entry.audience(Field.PLACE), region);
        }
        return String.join(" ", words.lexemes);
    }

    private void add(Audience audience, Field field, String text) {
        if (audience == Audience.NOBODY) {
            return;
        }
        for (var token : Analysis.tokens(text)) {
            var term = Analysis.stem(token.term());
            lexemes.add(lexeme(audience, '*', term));
            if (field == Field.EXPERTISE || field == Field.INTERESTS) {
                lexemes.add(lexeme(audience, kind(field), term));
            }
        }
    }

    /** Who is in a province is in its country, too. */
    private void place(Audience audience, String region) {
        if (audience != Audience.NOBODY) {
            lexemes.add(lexeme(audience, '@', region));
            lexemes.add(lexeme(audience, '@', region.split("-", 2)[0]));
        }
    }

    private static char kind(Field field) {
        return field == Field.EXPERTISE ? 'e' : 'i';
    }

    private String lexeme(Audience audience, char kind, String term) {
        var plain = code + audience.letter() + kind + term;
        return "'" + plain.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Whether there is a word in it that can be found. */
    static boolean isWords(String typed) {
        return !terms(Analysis.tokens(typed)).isEmpty();
    }

    /** All the words in any field, as the text of a tsquery; empty if there is none in it. */
    static String anywhere(CircleId circle, Set<Audience> readers, String typed) {
        return new EntryWords(circle).query(readers, '*', typed);
    }

    /** The same of one field: of expertise, or of interests. */
    static String within(CircleId circle, Set<Audience> readers, Field field, String typed) {
        return new EntryWords(circle).query(readers, kind(field), typed);
    }

    static String in(CircleId circle, Set<Audience> readers, String region) {
        return new EntryWords(circle).either(readers, '@', region);
    }

    private String query(Set<Audience> readers, char kind, String typed) {
        return terms(Analysis.tokens(typed)).stream()
                .map(token -> either(readers, kind, Analysis.stem(token.term())))
                .collect(Collectors.joining(" & "));
    }

    /** Characters that are part of a pair say nothing more than the pair. */
    private static List<Token> terms(List<Token> tokens) {
        var pairs = tokens.stream()
                .filter(token -> token.kind() == Kind.PAIR)
                .map(Token::position)
                .collect(Collectors.toSet());
        return tokens.stream()
                .filter(token -> token.kind() != Kind.ONE
                        || !(pairs.contains(token.position()) || pairs.contains(token.position() - 1)))
                .limit(MOST_TERMS)
                .toList();
    }

    private String either(Set<Audience> readers, char kind, String term) {
        return readers.stream()
                .map(audience -> lexeme(audience, kind, term))
                .collect(Collectors.joining(" | ", "(", ")"));
    }
}
