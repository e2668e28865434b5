package app.teahouse.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as words are looked for in it: letters and digits only, each as {@link Signs} knows it, with its place in the text and how many
 * other characters stand before it. What is turned round to be read from the right is turned back, as a reader sees it.
 */
public final class Plain {
    private static final int MOST_BETWEEN = 100;

    private char[] chars;
    private int[] places;
    private byte[] gaps;
    private int length;
    private int gap;

    private Plain(int size) {
        chars = new char[size];
        places = new int[size];
        gaps = new byte[size];
    }

    public static Plain of(String text) {
        var plain = new Plain(text.length() + 8);
        var order = turned(text);
        var count = order == null ? text.length() : order.length;
        for (var i = 0; i < count; ) {
            var at = order == null ? i : order[i];
            var c = text.codePointAt(at);
            var entity = c == '&' && order == null ? Entities.at(text, at) : 0;
            plain.take(entity == 0 ? c : Entities.character(entity), at);
            i += order != null ? 1 : entity == 0 ? Character.charCount(c) : Entities.length(entity);
        }
        return plain;
    }

    /** The places of the characters in the order in which they are seen; null where that is the order of the text. */
    private static int @Nullable [] turned(String text) {
        if (text.indexOf('\u202e') < 0) {
            return null;
        }
        var places = new int[text.length()];
        var count = 0;
        var from = -1;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var c = text.charAt(i);
            if (from >= 0 && (c == '\u202c' || c == '\n')) {
                reverse(places, from, count);
                from = -1;
            }
            places[count++] = i;
            if (c == '\u202e' && from < 0) {
                from = count;
            }
        }
        if (from >= 0) {
            reverse(places, from, count);
        }
        return Arrays.copyOf(places, count);
    }

    private static void reverse(int[] places, int from, int to) {
        for (int i = from, j = to - 1; i < j; i++, j--) {
            var kept = places[i];
            places[i] = places[j];
            places[j] = kept;
        }
    }

    private void take(int c, int place) {
        if (c >= 'a' && c <= 'z') {
            add((char) c, place);
            return;
        }
        if (c == '$') {
            add('s', place);
            return;
        }
        var sign = Signs.of(c);
        if (sign.equals(Signs.GAP)) {
            gap = Math.min(gap + 1, MOST_BETWEEN);
            return;
        }
        for (var i = 0; i < sign.length(); i++) {
            var letter = sign.charAt(i);
            add(letter == '0' ? 'o' : letter == '1' ? 'l' : letter, place);
        }
    }

    private void add(char letter, int place) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            places = Arrays.copyOf(places, length * 2);
            gaps = Arrays.copyOf(gaps, length * 2);
        }
        chars[length] = letter;
        places[length] = place;
        gaps[length] = (byte) gap;
        length++;
        gap = 0;
    }

    public int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** Where the letter stands in the text. */
    int place(int index) {
        return places[index];
    }

    /** How many characters that are neither letter nor digit stand before it. */
    int gap(int index) {
        return gaps[index];
    }

    /** Written without spaces between words, so that a word may begin anywhere. */
    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
