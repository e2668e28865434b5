package app.teahouse.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a name or title is typed by somebody who types pinyin: in full or by initials. A reading is written with the lengths of its
 * syllables behind it, so that 西安 is {@code xian.22} and 先 is {@code xian.4}.
 */
public final class Pinyin {
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_SYLLABLES = 8;
    private static final String VOWELS = "aeiouv";

    private Pinyin() {}

    /** How well what somebody typed fits a reading that begins so. */
    public enum Fit {
        /** It ends where a syllable does. */
        WHOLE,
        /** They stopped within a syllable: behind its first consonants, or after two others. */
        BEGUN,
        /** The letters are the same by chance: <em>hecha</em> is 喝茶, and not the beginning of 合唱, hechang. */
        OTHER
    }

    /**
     * Of a title, from any of its words on: for 茶叶 {@code chaye.33} and {@code cy.11}. Not from within a word, or <em>hecha</em> would find
     * 适合插花. One initial alone says nothing.
     */
    public static Set<String> of(String title) {
        var readings = new LinkedHashSet<String>();
        for (var run : runs(title)) {
            var from = 0;
            for (var word : Han.words(run.characters())) {
                run.read(from, readings);
                from += word.length();
            }
        }
        return readings;
    }

    /** Of somebody's name, from any of its characters on. */
    public static Set<String> ofName(String name) {
        var readings = new LinkedHashSet<String>();
        for (var run : runs(name)) {
            for (var from = 0; from < run.syllables().size(); from++) {
                run.read(from, readings);
            }
        }
        return readings;
    }

    /** Characters that follow each other, and how they are read. */
    private record Run(String characters, List<String> syllables) {
        void read(int from, Set<String> readings) {
            var part = syllables.subList(from, Math.min(syllables.size(), from + MOST_SYLLABLES));
            readings.add(measured(part));
            if (part.size() > 1) {
                readings.add(measured(
                        part.stream().map(syllable -> syllable.substring(0, 1)).toList()));
            }
        }

        private static String measured(List<String> syllables) {
            return String.join("", syllables)
                    + '.'
                    + syllables.stream()
                            .map(syllable -> String.valueOf(syllable.length()))
                            .collect(Collectors.joining());
        }
    }

    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var characters = new StringBuilder();
        var syllables = new ArrayList<String>();
        var many = 0;
        for (var i = 0; i < text.length() && many < MOST_CHARACTERS; i++) {
            var reading = Han.reading(text.charAt(i));
            if (!reading.isEmpty()) {
                characters.append(text.charAt(i));
                syllables.add(reading);
                many++;
            } else if (!syllables.isEmpty()) {
                runs.add(new Run(characters.toString(), List.copyOf(syllables)));
                characters.setLength(0);
                syllables.clear();
            }
        }
        if (!syllables.isEmpty()) {
            runs.add(new Run(characters.toString(), List.copyOf(syllables)));
        }
        return runs;
    }

    /** @param reading one that begins with what was typed */
    public static Fit fit(String reading, String typed) {
        var end = 0;
        var syllables = 0;
        for (var at = reading.indexOf('.') + 1; at > 0 && at < reading.length(); at++) {
            var next = end + reading.charAt(at) - '0';
            if (next > typed.length()) {
                break;
            }
            end = next;
            syllables++;
        }
        if (end == typed.length()) {
            return Fit.WHOLE;
        }
        var consonantsOnly = typed.substring(end).chars().noneMatch(c -> VOWELS.indexOf(c) >= 0);
        return syllables > 1 || consonantsOnly ? Fit.BEGUN : Fit.OTHER;
    }
}
