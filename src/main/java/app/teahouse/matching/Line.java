package app.teahouse.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A text as addresses and numbers are looked for in it: in one width and case, simplified, without what is not seen, each character with its place. */
public final class Line {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Looked up once each. */
    private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(0x10000);

    private char[] chars;
    private int[] places;
    private int length;

    private Line(int size) {
        chars = new char[size];
        places = new int[size];
    }

    public static Line of(String text) {
        var line = new Line(text.length() + 8);
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            var entity = c == '&' ? Entities.at(text, i) : 0;
            line.take(entity == 0 ? c : Entities.character(entity), i);
            i += entity == 0 ? Character.charCount(c) : Entities.length(entity);
        }
        return line;
    }

    private void take(int c, int place) {
        if (c < 0x80) {
            if (c == '\t') {
                add(' ', place);
            } else if (c >= ' ' || c == '\n') {
                add(c >= 'A' && c <= 'Z' ? (char) (c + 32) : (char) c, place);
            }
        } else if (c >= 0x3400 && c <= 0x9fff) {
            add(Signs.of(c).charAt(0), place);
        } else {
            var folded = c < 0x10000 ? known(c) : folded(c);
            for (var i = 0; i < folded.length(); i++) {
                add(folded.charAt(i), place);
            }
        }
    }

    private static String known(int c) {
        var known = KNOWN.get(c);
        if (known == null) {
            known = folded(c);
            KNOWN.set(c, known);
        }
        return known;
    }

    /** Nothing for what is not seen; a digit in a circle is one, and a full stop of any script ends a label. */
    private static String folded(int c) {
        if (c == '\u3002' || c == '\uff61' || c == '\uff0e') {
            return ".";
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return "";
        }
        return Character.getType(c) == Character.OTHER_NUMBER ? Signs.of(c) : FOLD.normalize(Character.toString(c));
    }

    private void add(char letter, int place) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            places = Arrays.copyOf(places, length * 2);
        }
        chars[length] = letter;
        places[length] = place;
        length++;
    }

    public int length() {
        return length;
    }

    /** The character there; a line's end before the first and behind the last. */
    char at(int index) {
        return index < 0 || index >= length ? '\n' : chars[index];
    }

    int place(int index) {
        return places[index];
    }

    int placeBehind(int index) {
        return index == 0 ? 0 : places[index - 1] + 1;
    }

    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    boolean has(int from, String other) {
        for (var i = 0; i < other.length(); i++) {
            if (at(from + i) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
