package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes what stands within a line. */
final class Phrases {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<~&|]");
    private static final Pattern BEGINNING = Pattern.compile("(?m)^(\\s*)([#>+=-]|\\d{1,9}(?=[.)]))");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

    private Phrases() {}

    static String of(List<Node> nodes) {
        var out = new StringBuilder();
        nodes.forEach(node -> write(node, out));
        return guarded(out.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{2,}", "\n")
                .replaceAll(" {2,}", " "));
    }

    private static void write(Node node, StringBuilder out) {
        if (node.isWords()) {
            out.append(escaped(SPACES.matcher(node.words()).replaceAll(" ")));
            return;
        }
        if (Markup.isSilent(node)) {
            return;
        }
        switch (node.name()) {
            case "br" -> out.append('\n');
            case "strong", "b" -> marked(node, "**", out);
            case "em", "i", "cite" -> marked(node, "*", out);
            case "del", "s", "strike" -> marked(node, "~~", out);
            case "code", "tt", "samp" -> code(node, out);
            case "a" -> link(node, out);
            case "img" -> picture(node, out);
            default -> {
                if (Markup.isKept(node)) {
                    out.append('<').append(node.name()).append('>');
                    node.children().forEach(child -> write(child, out));
                    out.append("</").append(node.name()).append('>');
                } else {
                    node.children().forEach(child -> write(child, out));
                }
            }
        }
    }

    private static String inside(Node node) {
        var inner = new StringBuilder();
        node.children().forEach(child -> write(child, inner));
        return inner.toString();
    }

    /** Marks hug the words; the spaces stand outside. */
    private static void marked(Node node, String mark, StringBuilder out) {
        var inner = inside(node);
        var words = inner.strip();
        if (words.isEmpty()) {
            out.append(inner);
            return;
        }
        if (Character.isWhitespace(inner.charAt(0))) {
            out.append(' ');
        }
        out.append(mark).append(words.replace("\n", " ")).append(mark);
        if (Character.isWhitespace(inner.charAt(inner.length() - 1))) {
            out.append(' ');
        }
    }

    private static void code(Node node, StringBuilder out) {
        var text = SPACES.matcher(node.text()).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return;
        }
        var fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        var room = text.startsWith("`") || text.endsWith("`") ? " " : "";
        out.append(fence).append(room).append(text).append(room).append(fence);
    }

    private static void link(Node node, StringBuilder out) {
        var inner = inside(node);
        var href = node.get("href").strip();
        if (href.isEmpty()
                || href.startsWith("#")
                || inner.isBlank()
                || href.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
            out.append(inner);
            return;
        }
        out.append('[')
                .append(inner.strip().replace("\n", " "))
                .append("](")
                .append(address(href))
                .append(')');
    }

    private static void picture(Node node, StringBuilder out) {
        var address = node.get("src").isBlank() ? node.get("data-src") : node.get("src");
        if (!address.isBlank() && !address.startsWith("data:")) {
            out.append("![")
                    .append(escaped(node.get("alt").replaceAll("\\s+", " ")))
                    .append("](")
                    .append(address(address.strip()))
                    .append(')');
        }
    }

    static String address(String address) {
        return address.replaceAll("\\s", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    static String escaped(String words) {
        return MARKS.matcher(words).replaceAll("\\\\$0");
    }

    /** What would begin a heading, a list or a quotation at the beginning of a line. */
    private static String guarded(String text) {
        return BEGINNING.matcher(text).replaceAll(found -> {
            var sign = found.group(2);
            return Character.isDigit(sign.charAt(0)) ? found.group(1) + sign + "\\\\" : found.group(1) + "\\\\" + sign;
        });
    }

    /** Plain words as Markdown that says the same. */
    static String plain(String text) {
        var clean = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return guarded(escaped(clean));
    }
}
