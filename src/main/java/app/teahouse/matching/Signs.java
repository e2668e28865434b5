package app.teahouse.matching;

import app.teahouse.analysis.Han;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What one character stands for, whatever it is dressed as: width and case (NFKC with case folding), traditional Han, marks above
 * letters, and the letters of other scripts that look like Latin ones (Unicode TR39, as ICU knows them). Looked up once each.
 */
final class Signs {
    /** Nothing: it is not seen, such as a joiner of no width. */
    static final String NOTHING = "";

    /** No letter and no digit. */
    static final String GAP = " ";

    private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(0x10000);
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();

    private Signs() {}

    /** Loaded at first use: what looks like what takes a megabyte. */
    private static final class LookAlikes {
        static final SpoofChecker ALL = new SpoofChecker.Builder().build();
    }

    /** Letters and digits in lower case, {@link #GAP} or {@link #NOTHING}. */
    static String of(int c) {
        if (c >= 0x10000) {
            return find(c);
        }
        var known = KNOWN.get(c);
        if (known == null) {
            known = find(c);
            KNOWN.set(c, known);
        }
        return known;
    }

    private static String find(int c) {
        if (isUnseen(c)) {
            return NOTHING;
        }
        var boxed = boxed(c);
        if (boxed != null) {
            return boxed;
        }
        var letters = new StringBuilder();
        APART.normalize(FOLD.normalize(Character.toString(c))).codePoints().forEach(part -> add(letters, part));
        if (letters.isEmpty()) {
            return isMark(c) ? NOTHING : GAP;
        }
        var plain = letters.toString();
        return isLatin(plain) || Character.isIdeographic(plain.codePointAt(0)) ? plain : lookAlike(c, plain);
    }

    private static boolean isUnseen(int c) {
        var lines = c == '\n' || c == '\r' || c == '\t';
        return (Character.getType(c) == Character.CONTROL && !lines)
                || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || Character.getType(c) == Character.FORMAT
                || c == 0x2800;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Letters in coloured boxes and circles, and flags, which no normal form takes apart; digits in dark circles. */
    private static @Nullable String boxed(int c) {
        if (c >= 0x1f150 && c <= 0x1f169) {
            return Character.toString('a' + (c - 0x1f150));
        }
        if (c >= 0x1f170 && c <= 0x1f189) {
            return Character.toString('a' + (c - 0x1f170));
        }
        if (c >= 0x1f1e6 && c <= 0x1f1ff) {
            return Character.toString('a' + (c - 0x1f1e6));
        }
        var digit = c > 0x7f && Character.getType(c) == Character.OTHER_NUMBER
                ? (int) UCharacter.getUnicodeNumericValue(c)
                : -1;
        return digit >= 0 && digit <= 9 ? Character.toString('0' + digit) : null;
    }

    private static void add(StringBuilder letters, int part) {
        if (isMark(part) || !Character.isLetterOrDigit(part)) {
            return;
        }
        var digit = Character.digit(part, 10);
        if (digit >= 0) {
            letters.append((char) ('0' + digit));
        } else if (Character.isBmpCodePoint(part)) {
            letters.append(Han.simplified(Character.toString(part)));
        } else {
            letters.appendCodePoint(part);
        }
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    /** As it is written first, since a capital letter may look like one that its small one does not look like. */
    private static String lookAlike(int c, String plain) {
        var looks = folded(LookAlikes.ALL.getSkeleton(Character.toString(c)));
        if (isLatin(looks) && !looks.isEmpty()) {
            return looks;
        }
        looks = folded(LookAlikes.ALL.getSkeleton(plain));
        return isLatin(looks) && !looks.isEmpty() ? looks : plain;
    }

    private static String folded(String text) {
        var letters = new StringBuilder();
        APART.normalize(FOLD.normalize(text)).codePoints().forEach(part -> add(letters, part));
        return letters.toString();
    }
}
