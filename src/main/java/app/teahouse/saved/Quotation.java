package app.teahouse.saved;

import app.teahouse.kernel.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Words of a post that somebody keeps.
 *
 * @param part where they stand in it, in thousandths
 */
public record Quotation(
        PassageId id, String words, @Nullable Integer part) {
    private static final int WHOLE = 60;
    private static final int ENDS = 24;

    public String key() {
        return Ids.text(id);
    }

    /**
     * Leads to the words: a browser that finds text in pages goes there and marks them, for others our script goes by the part.
     *
     * @param url the post's
     */
    public String link(String url) {
        var plain = words.strip().replaceAll("\\s+", " ");
        var text = plain.codePointCount(0, plain.length()) <= WHOLE && words.indexOf('\n') < 0
                ? encoded(plain)
                : encoded(firstWords(plain)) + "," + encoded(lastWords(plain));
        return url + "#" + (part == null ? "" : "part-" + part) + ":~:text=" + text;
    }

    private static String firstWords(String plain) {
        var cut = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(ENDS, plain.codePointCount(0, plain.length()))));
        var space = cut.lastIndexOf(' ');
        return space > 0 && cut.length() < plain.length() ? cut.substring(0, space) : cut;
    }

    private static String lastWords(String plain) {
        var count = plain.codePointCount(0, plain.length());
        var cut = plain.substring(plain.offsetByCodePoints(0, Math.max(0, count - ENDS)));
        var space = cut.indexOf(' ');
        return space >= 0 && space < cut.length() - 1 && cut.length() < plain.length() ? cut.substring(space + 1) : cut;
    }

    /** As a text directive wants it: its own signs are data here. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
