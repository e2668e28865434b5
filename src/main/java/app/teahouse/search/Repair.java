package app.teahouse.search;

import app.teahouse.analysis.Analysis;
import app.teahouse.analysis.Pinyin;
import app.teahouse.analysis.Pinyin.Fit;
import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary;
import app.teahouse.kernel.CircleId;
import app.teahouse.search.Query.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody may have meant by a word that nobody here uses: pinyin of a title or name, or a word with a slip of the finger. */
@Component
class Repair {
    private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final int MOST_WORDS = 2;
    private static final int MOST_READINGS = 24;
    private static final int MOST_LOOKED_AT = 200;

    private final Vocabulary vocabulary;

    Repair(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param corrected how it would have been typed; null where nothing is misspelt */
    record Meant(Query query, @Nullable String corrected) {}

    Meant of(Query query, Map<CircleId, Vocabulary.Counts> counts) {
        var circles = counts.keySet();
        var unknown = query.parts().stream()
                .filter(part -> part.latin() && isUnknown(part, counts))
                .toList();
        if (unknown.isEmpty() || circles.isEmpty()) {
            return new Meant(query, null);
        }
        var joined = joined(query, circles);
        if (joined != null) {
            return new Meant(joined, null);
        }
        var parts = new ArrayList<>(query.parts());
        var corrected = query.text();
        for (var part : unknown.stream().limit(MOST_WORDS).toList()) {
            var read = query.parts().size() == 1 ? null : pinyin(part.word(), circles);
            var near = read == null ? vocabulary.closest(circles, part.word()).orElse(null) : null;
            if (read != null) {
                parts.set(parts.indexOf(part), part.with(read));
            } else if (near != null) {
                parts.set(parts.indexOf(part), part.with(ReadQuery.forms(near)));
                corrected = replaced(corrected, part.word(), near);
            }
        }
        return new Meant(query.with(parts), corrected.equals(query.text()) ? null : corrected);
    }

    private static boolean isUnknown(Part part, Map<CircleId, Vocabulary.Counts> counts) {
        return counts.values().stream().allMatch(each -> part.term().documents(each) == 0);
    }

    /** Whoever types pinyin puts spaces anywhere. */
    private @Nullable Query joined(Query query, Collection<CircleId> circles) {
        if (!query.parts().stream().allMatch(Part::latin)) {
            return null;
        }
        var typed = new StringBuilder();
        query.parts().forEach(part -> typed.append(part.word()));
        var read = pinyin(typed.toString(), circles);
        return read == null ? null : query.with(List.of(new Part(read, typed.toString(), false)));
    }

    private @Nullable Term pinyin(String typed, Collection<CircleId> circles) {
        if (typed.length() < 2 || !typed.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return null;
        }
        var found = vocabulary.beginning(circles, List.of(Lexemes.pinyin(typed)), MOST_LOOKED_AT);
        var whole = fitting(found, typed, Fit.WHOLE);
        var readings = whole.isEmpty() ? fitting(found, typed, Fit.BEGUN) : whole;
        return readings.isEmpty() ? null : Term.any(readings);
    }

    private static List<Term> fitting(List<String> readings, String typed, Fit fit) {
        return readings.stream()
                .filter(reading ->
                        Pinyin.fit(reading.substring(Lexemes.pinyin("").length()), typed) == fit)
                .limit(MOST_READINGS)
                .map(Term::one)
                .toList();
    }

    /** However it was typed: “Café” is the word “cafe”. */
    private static String replaced(String text, String word, String other) {
        return TYPED.matcher(text)
                .replaceAll(typed -> Matcher.quoteReplacement(isTyped(typed.group(), word) ? other : typed.group()));
    }

    private static boolean isTyped(String typed, String word) {
        return Analysis.tokens(typed).stream().anyMatch(token -> token.term().equals(word));
    }
}
