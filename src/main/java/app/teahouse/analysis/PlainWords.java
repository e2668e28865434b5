package app.teahouse.analysis;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a page's HTML, as our own templates and Markdown write it: read once, character by character. */
public final class PlainWords {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "br",
            "tr",
            "td",
            "th",
            "table",
            "pre",
            "blockquote",
            "section",
            "hr");

    private static final int LONGEST_BLOCK = 10;
    private static final int LONGEST_ENTITY = 8;
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String html;
    private final StringBuilder words;
    private boolean gap;

    private PlainWords(String html) {
        this.html = html;
        this.words = new StringBuilder(html.length());
    }

    public static String of(String html) {
        return new PlainWords(html).read();
    }

    private String read() {
        var at = 0;
        while (at < html.length()) {
            var c = html.charAt(at);
            at = switch (c) {
                case '<' -> tag(at);
                case '&' -> entity(at);
                default -> letter(c, at);
            };
        }
        return words.toString().strip();
    }

    private int letter(char c, int at) {
        if (c == ' ' || c == '\u00a0' || (c >= '\t' && c <= '\r')) {
            gap = true;
        } else {
            if (gap) {
                words.append(' ');
                gap = false;
            }
            words.append(c);
        }
        return at + 1;
    }

    /** Between blocks stands a gap; within a word may stand a tag. */
    private int tag(int at) {
        var end = html.indexOf('>', at);
        if (end < 0) {
            return letter('<', at);
        }
        gap |= isBlock(html.charAt(at + 1) == '/' ? at + 2 : at + 1);
        return end + 1;
    }

    private boolean isBlock(int from) {
        var to = from;
        while (to < html.length() && to - from <= LONGEST_BLOCK && isWord(html.charAt(to))) {
            to++;
        }
        return BLOCKS.contains(html.substring(from, to));
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private int entity(int at) {
        var end = html.indexOf(';', at, Math.min(html.length(), at + LONGEST_ENTITY + 2));
        if (end < 0) {
            return letter('&', at);
        }
        var name = html.substring(at + 1, end);
        var meant = name.startsWith("#") ? numbered(name) : NAMED.get(name);
        if (meant == null) {
            return letter('&', at);
        }
        for (var i = 0; i < meant.length(); i++) {
            letter(meant.charAt(i), at);
        }
        return end + 1;
    }

    private static @Nullable String numbered(String name) {
        var hex = name.startsWith("#x");
        try {
            var point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : " ";
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
