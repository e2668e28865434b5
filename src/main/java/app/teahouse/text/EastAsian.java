package app.teahouse.text;

/** Knows the characters of Chinese, Japanese and Korean, which are written without spaces and with punctuation of their own. */
final class EastAsian {
    private static final int[] RANGES = {
        0x1100, 0x11FF, // Hangul letters
        0x2E80, 0xA4CF, // radicals, punctuation, kana, bopomofo, Han, Yi
        0xA960, 0xA97F, // Hangul letters
        0xAC00, 0xD7FF, // Hangul
        0xF900, 0xFAFF, // Han for compatibility
        0xFE10, 0xFE1F, // upright punctuation
        0xFE30, 0xFE6F, // punctuation for compatibility
        0xFF00, 0xFFEF, // full and half width
        0x1AFF0, 0x1B16F, // kana
        0x20000, 0x3FFFD, // Han
    };

    private EastAsian() {}

    /** Letters and full-width punctuation alike. */
    static boolean is(int point) {
        for (var i = 0; i < RANGES.length && RANGES[i] <= point; i += 2) {
            if (point <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
