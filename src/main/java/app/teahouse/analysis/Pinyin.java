package app.teahouse.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a name or title is typed by somebody who types pinyin: in full or by initials, from any of its characters on. */
public final class Pinyin {
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_SYLLABLES = 8;

    private Pinyin() {}

    /**
     * For 茶叶: {@code chaye}, {@code cy}, {@code ye}. Whoever looks for the beginning of one of these finds the name. One initial alone
     * says nothing.
     */
    public static Set<String> of(String text) {
        var typed = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            for (var from = 0; from < run.size(); from++) {
                var part = run.subList(from, Math.min(run.size(), from + MOST_SYLLABLES));
                typed.add(String.join("", part));
                if (part.size() > 1) {
                    typed.add(initials(part));
                }
            }
        }
        return typed;
    }

    private static List<List<String>> runs(String text) {
        var runs = new ArrayList<List<String>>();
        var run = new ArrayList<String>();
        var characters = 0;
        for (var i = 0; i < text.length() && characters < MOST_CHARACTERS; i++) {
            var reading = Han.reading(text.charAt(i));
            if (!reading.isEmpty()) {
                run.add(reading);
                characters++;
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    private static String initials(List<String> syllables) {
        var initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }
}
