package app.teahouse.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts the beginning of a text where a reader would. */
final class Excerpt {
    private static final String SENTENCE_ENDS = "。！？!?…\n";

    private Excerpt() {}

    /** At most {@code most} code points, the ellipsis included. */
    static String of(String plain, int most) {
        // Far more than is needed is left out first, so that the cost does not grow with the text.
        var near = head(plain, most * 4 + 100);
        var text = near.replaceAll("\\s+", " ").strip();
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }

        var limit = text.offsetByCodePoints(0, most - 1);
        var sentence = lastSentence(text, limit);
        if (sentence > limit * 2 / 3) {
            return text.substring(0, sentence).strip();
        }
        return text.substring(0, lastWord(text, limit)).replaceFirst("[\\s·/]+$", "") + "…";
    }

    private static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static int lastSentence(String text, int limit) {
        for (var i = limit; i > 0; i--) {
            var c = text.charAt(i - 1);
            if (SENTENCE_ENDS.indexOf(c) >= 0 || (c == '.' && i < text.length() && text.charAt(i) == ' ')) {
                return i;
            }
        }
        return 0;
    }

    /** Words of Latin and the like stay whole; between Han characters any place will do, but never within one character. */
    private static int lastWord(String text, int limit) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var cut = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        for (var i = cut; i > cut / 2; i--) {
            if (!isInWord(text, i)) {
                return i;
            }
        }
        return cut;
    }

    private static boolean isInWord(String text, int at) {
        var before = text.codePointBefore(at);
        var after = text.codePointAt(at);
        return Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(after)
                && !EastAsian.is(before)
                && !EastAsian.is(after);
    }
}
