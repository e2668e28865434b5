package app.teahouse.index;

import app.teahouse.analysis.Analysis;
import app.teahouse.kernel.CircleId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * How words stand in a tsvector. The first letters are the circle's, the next says what kind of word it is: {@code =} as written,
 * {@code %} the stem of other forms, {@code ~} pinyin of a title or name, {@code #} a fact such as the author; {@code ^} before one of the
 * first two says that it stands in the title or name.
 */
public final class Lexemes {
    /** Posts are gathered in blocks of 2^8, 2^13 and 2^18 by their numbers, so that the newest part of a circle can be asked for alone. */
    public static final List<Integer> LEVELS = List.of(8, 13, 18);

    /** With this begins the stem of a word that is not its own. */
    public static final String STEM = "%";

    private Lexemes() {}

    public static String word(String term) {
        return "=" + term;
    }

    /** The stem of a word that is not its own. */
    public static String stem(String term) {
        return STEM + Analysis.stem(term);
    }

    public static String titled(String lexeme) {
        return "^" + lexeme;
    }

    /** A reading of a title or name, or how it begins. */
    public static String pinyin(String typed) {
        return "~" + typed;
    }

    public static String kind(String kind) {
        return "#k" + kind;
    }

    public static String author(UUID account) {
        return "#a" + shortened(account);
    }

    public static String tag(UUID tag) {
        return "#t" + shortened(tag);
    }

    public static String highlighted() {
        return "#h";
    }

    public static String block(int level, long block) {
        return "#b" + level + "." + block;
    }

    /** Blocks are as many as the circle is large, and nobody asks how many documents one has. */
    static boolean isCounted(String lexeme) {
        return !lexeme.startsWith("#b");
    }

    /**
     * Three letters of the circle. Circles that share theirs share lists and no more: the circle's id is compared as well.
     */
    public static String code(CircleId circle) {
        var bits = Long.hashCode(circle.value().getLeastSignificantBits()) * 0x9E3779B9;
        var code = Base64.getUrlEncoder()
                .encodeToString(new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8)});
        return code.substring(0, 3);
    }

    /** The last bits of an id are random. */
    private static String shortened(UUID id) {
        return Long.toString(id.getLeastSignificantBits() & Long.MAX_VALUE, 36);
    }

    /** As it is written in the text of a tsvector or tsquery. */
    public static String quoted(String code, String lexeme) {
        return "'" + code + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
