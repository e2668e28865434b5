package app.teahouse.text;

/** Takes out of a text what no reader can see but what misleads readers, parsers or databases. */
final class Cleaning {
    private static final char REPLACEMENT = '\uFFFD';

    private Cleaning() {}

    /**
     * Without control characters, bidirectional embeddings, overrides and isolates (they show a text in another order than it
     * has), noncharacters and halves of characters. Line separators become line ends.
     */
    static String clean(String text) {
        var end = text.length();
        var first = 0;
        while (first < end && isPlain(text.charAt(first))) {
            first++;
        }
        if (first == end) {
            return text;
        }

        var clean = new StringBuilder(end).append(text, 0, first);
        for (var i = first; i < end; ) {
            var point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isIn(point, Character.MIN_SURROGATE, Character.MAX_SURROGATE)) {
                clean.append(REPLACEMENT);
            } else if (point == 0x2028 || point == 0x2029) {
                clean.append('\n');
            } else if (!isHarmful(point)) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return isIn(c, 0x20, 0x7E) || isIn(c, 0xA0, 0x1FFF) || isIn(c, 0x2070, 0xD7FF) || isLayout(c);
    }

    private static boolean isHarmful(int point) {
        if (point < 0xA0) {
            return !isIn(point, 0x20, 0x7E) && !isLayout(point);
        }
        var bidi = isIn(point, 0x202A, 0x202E) || isIn(point, 0x2066, 0x2069);
        var nonCharacter = isIn(point, 0xFDD0, 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
        return bidi || nonCharacter || isIn(point, 0xFFF9, 0xFFFB) || point == 0xFEFF;
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\t' || point == '\r';
    }

    private static boolean isIn(int point, int from, int to) {
        return from <= point && point <= to;
    }
}
