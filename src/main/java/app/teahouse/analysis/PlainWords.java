package app.teahouse.analysis;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a page's HTML, as our own templates and Markdown write it. */
public final class PlainWords {
    private static final Pattern BLOCK =
            Pattern.compile("</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|pre|blockquote|section|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Pattern GAPS = Pattern.compile("[\\s\u00a0]+");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private PlainWords() {}

    public static String of(String html) {
        var blocks = BLOCK.matcher(html).replaceAll(" ");
        var text = TAG.matcher(blocks).replaceAll("");
        var plain = text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(entity(found.group(1))));
        return GAPS.matcher(plain).replaceAll(" ").strip();
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "&" + name + ";");
        }
        var hex = name.startsWith("#x");
        var point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : " ";
    }
}
