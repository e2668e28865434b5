package app.teahouse.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Chinese characters: simplified, read aloud, cut into words. What was looked up once is remembered, character by character. */
public final class Han {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';

    private Han() {}

    /** Loaded at first use: ICU's rules take a few megabytes. */
    private static final class Rules {
        static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");
        static final Transliterator READ = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
        static final AtomicReferenceArray<String> SIMPLE = new AtomicReferenceArray<>(LAST - FIRST + 1);
        static final AtomicReferenceArray<String> READINGS = new AtomicReferenceArray<>(LAST - FIRST + 1);
    }

    public static boolean is(int c) {
        return c >= FIRST && c <= LAST;
    }

    /** Characters are simplified one by one, so that the same character always becomes the same. */
    public static String simplified(String text) {
        StringBuilder other = null;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var simple = is(c) ? look(Rules.SIMPLE, Rules.SIMPLIFY, c) : "";
            var changes = simple.length() == 1 && simple.charAt(0) != c;
            if (changes && other == null) {
                other = new StringBuilder(text);
            }
            if (changes && other != null) {
                other.setCharAt(i, simple.charAt(0));
            }
        }
        return other == null ? text : other.toString();
    }

    /** How a character is read, without its tone; empty where nobody knows. */
    static String reading(char c) {
        var read = is(c) ? look(Rules.READINGS, Rules.READ, c) : "";
        for (var i = 0; i < read.length(); i++) {
            if (read.charAt(i) < 'a' || read.charAt(i) > 'z') {
                return "";
            }
        }
        return read;
    }

    private static String look(AtomicReferenceArray<String> known, Transliterator rules, char c) {
        var found = known.get(c - FIRST);
        if (found == null) {
            found = rules.transliterate(String.valueOf(c));
            known.set(c - FIRST, found);
        }
        return found;
    }

    /** The words of a run of characters, by ICU's dictionary. */
    public static List<String> words(String run) {
        var breaks = BreakIterator.getWordInstance(Locale.CHINESE);
        breaks.setText(run);
        var words = new ArrayList<String>();
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(run.substring(from, to));
            from = to;
        }
        return words;
    }
}
