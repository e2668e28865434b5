package app.teahouse.index;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Pinyin;
import app.teahouse.analysis.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document while its words are gathered. Titles weigh A, by-lines B, texts C and comments D. */
final class Draft {
    /** A word that stands oftener is no better an answer. */
    private static final int MOST_POSITIONS = 24;

    private static final int MOST_IN_FRONT = 120;
    private static final int LAST_POSITION = 16_000;

    private final UUID id;
    private final long number;
    private final Map<String, List<String>> lexemes = new LinkedHashMap<>();
    private int position;

    Draft(UUID id, String kind, long number) {
        this.id = id;
        this.number = number;
        fact(Lexemes.kind(kind));
        if (number > 0) {
            for (var level : Lexemes.LEVELS) {
                fact(Lexemes.block(level, number >> level));
            }
        }
    }

    UUID id() {
        return id;
    }

    long number() {
        return number;
    }

    Set<String> words() {
        return lexemes.keySet();
    }

    Draft fact(String lexeme) {
        lexemes.putIfAbsent(lexeme, new ArrayList<>());
        return this;
    }

    Draft title(String text) {
        return called(text, Pinyin.of(text));
    }

    /** Of somebody: a title too, but people look for any character of it. */
    Draft name(String text) {
        return called(text, Pinyin.ofName(text));
    }

    private Draft called(String text, Set<String> readings) {
        text(text, 'A');
        for (var token : Analysis.tokens(text)) {
            forms(token).forEach(form -> fact(Lexemes.titled(form)));
        }
        readings.forEach(reading -> fact(Lexemes.pinyin(reading)));
        return this;
    }

    Draft text(String text, char weight) {
        var from = position;
        for (var token : Analysis.tokens(text)) {
            position = from + token.position();
            for (var form : forms(token)) {
                var places = lexemes.computeIfAbsent(form, _ -> new ArrayList<>());
                if (places.size() < MOST_POSITIONS) {
                    places.add(Math.min(position, LAST_POSITION) + String.valueOf(weight));
                }
            }
        }
        position += 2;
        return this;
    }

    /** As it is written; and its stem, so that its other forms find it. */
    private static List<String> forms(Token token) {
        var word = Lexemes.word(token.term());
        if (token.kind() != Token.Kind.WORD) {
            return List.of(word);
        }
        var stem = Analysis.stem(token.term());
        return stem.equals(token.term()) ? List.of(word) : List.of(word, Lexemes.stem(token.term()));
    }

    /** As the text of a tsvector. */
    String vector(String code) {
        return vector(code, lexemes.entrySet().stream());
    }

    /** The same of the title, and of the words that stand oftenest; of a short text, of all. */
    String front(String code) {
        var placed = lexemes.entrySet().stream()
                .filter(lexeme -> !lexeme.getValue().isEmpty())
                .toList();
        var title = placed.stream().filter(Draft::isTitled);
        var others = placed.stream()
                .filter(lexeme -> !isTitled(lexeme))
                .sorted(Comparator.comparingInt(lexeme -> -lexeme.getValue().size()))
                .limit(MOST_IN_FRONT);
        return vector(code, Stream.concat(title, others));
    }

    private static boolean isTitled(Map.Entry<String, List<String>> lexeme) {
        return lexeme.getValue().getFirst().endsWith("A");
    }

    private static String vector(String code, Stream<Map.Entry<String, List<String>>> lexemes) {
        return lexemes.map(lexeme -> Lexemes.quoted(code, lexeme.getKey())
                        + (lexeme.getValue().isEmpty() ? "" : ":" + String.join(",", lexeme.getValue())))
                .collect(Collectors.joining(" "));
    }
}
