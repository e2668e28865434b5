package app.teahouse.matching;

import java.util.Map;

/** Characters that Markdown lets one write by their number or name, such as one of a number between an ampersand, a hash and a semicolon: what readers see is the character. */
final class Entities {
    private static final int LONGEST = 18;
    private static final Map<String, Integer> NAMES = Map.of(
            "shy",
            0xad,
            "zwj",
            0x200d,
            "zwnj",
            0x200c,
            "ZeroWidthSpace",
            0x200b,
            "nbsp",
            0xa0,
            "period",
            (int) '.',
            "commat",
            (int) '@');

    private Entities() {}

    /** The character and how long it is written, as one number; 0 if none is written here. */
    static long at(String text, int at) {
        var end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST));
        if (end < 0) {
            return 0;
        }
        var character = character(text.substring(at + 1, end));
        return Character.isValidCodePoint(character) && character > 0 ? ((long) character << 8) | (end + 1 - at) : 0;
    }

    static int character(long found) {
        return (int) (found >> 8);
    }

    static int length(long found) {
        return (int) (found & 0xff);
    }

    private static int character(String name) {
        try {
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return Integer.parseInt(name.substring(2), 16);
            }
            return name.startsWith("#") ? Integer.parseInt(name.substring(1)) : NAMES.getOrDefault(name, -1);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
