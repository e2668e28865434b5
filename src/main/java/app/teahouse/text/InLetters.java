package app.teahouse.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A rendered text as letters without marks carry it: paragraphs, lists with dashes, and each link's address behind its words. */
public final class InLetters {
    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern BREAK =
            Pattern.compile("<br\\b[^>]*>|</(p|div|h[1-6]|blockquote|pre|table|ul|ol|figure|section)>");
    private static final Pattern LINE = Pattern.compile("</(li|tr|dt|dd)>");
    private static final Pattern ITEM = Pattern.compile("<li\\b[^>]*>\\s*");
    private static final Pattern CELL = Pattern.compile("</t[dh]>\\s*(?=<t[dh]\\b)");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern GAPS = Pattern.compile("[ \\t]*\\n[ \\t]*(\\n\\s*)?");

    private InLetters() {}

    /**
     * @param html as {@link Rendered#html} has it
     * @param base in front of addresses of this site
     */
    public static String words(String html, String base) {
        var linked = LINK.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(linked(link.group(1), link.group(2), base)));
        var items = ITEM.matcher(linked).replaceAll("- ");
        var cells = CELL.matcher(items).replaceAll(" · ");
        var lines = LINE.matcher(cells).replaceAll("\n");
        var broken = BREAK.matcher(lines).replaceAll("\n\n");
        var bare = HtmlUtils.htmlUnescape(TAG.matcher(broken).replaceAll(""));
        return GAPS.matcher(bare)
                .replaceAll(gap -> gap.group(1) == null ? "\n" : "\n\n")
                .strip();
    }

    /** A link whose words are its address stands once. */
    private static String linked(String address, String words, String base) {
        var whole = address.startsWith("/") && !address.startsWith("//") ? base + address : address;
        var bare = TAG.matcher(words).replaceAll("");
        return bare.isBlank() || bare.equals(address) || bare.equals(whole) ? whole : bare + " (" + whole + ")";
    }
}
