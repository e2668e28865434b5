package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes HTML as the Markdown of the house, with care: words that look like marks are escaped, what Markdown cannot say keeps its
 * words, and what only a browser would run is left out.
 */
public final class Markup {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "head", "template", "noscript", "svg", "math", "form", "button", "select", "textarea");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "hr",
            "table",
            "figure",
            "figcaption",
            "details",
            "summary",
            "center",
            "address",
            "html",
            "body");
    /** Not of HTML: what is Markdown already. */
    static final String MARKDOWN = "markdown";

    private static final Set<String> SHOWN = Set.of("iframe", "video", "audio", "embed", "object");

    /** Kept as HTML, since the house understands it. */
    private static final Set<String> KEPT = Set.of("sub", "sup", "kbd", "mark", "ruby", "rt", "rp", "ins", "u");

    private Markup() {}

    public static String markdown(String html) {
        return markdown(Node.tree(html));
    }

    /** The words of HTML in one line, for titles. */
    static String plain(String html) {
        return Node.tree(html).text().replaceAll("\\s+", " ").strip();
    }

    static String markdown(Node tree) {
        return String.join("\n\n", blocks(tree.children())).strip();
    }

    /** The blocks of what stands in an element, each without blank lines around it. */
    private static List<String> blocks(List<Node> nodes) {
        var blocks = new ArrayList<String>();
        var line = new ArrayList<Node>();
        for (var node : nodes) {
            if (isBlock(node)) {
                end(line, blocks);
                block(node, blocks);
            } else {
                line.add(node);
            }
        }
        end(line, blocks);
        return blocks;
    }

    private static boolean isBlock(Node node) {
        return BLOCKS.contains(node.name())
                || node.name().equals(MARKDOWN)
                || SHOWN.contains(node.name())
                || (!node.isWords()
                        && !node.name().equals("br")
                        && node.children().stream().anyMatch(Markup::isBlock));
    }

    private static void end(List<Node> line, List<String> blocks) {
        var words = Phrases.of(line).strip();
        line.clear();
        if (!words.isEmpty()) {
            blocks.add(words);
        }
    }

    private static void block(Node node, List<String> blocks) {
        switch (node.name()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                var words = Phrases.of(node.children())
                        .replaceAll("\\s*\\n\\s*", " ")
                        .strip();
                if (!words.isEmpty()) {
                    blocks.add("#".repeat(Math.max(2, node.name().charAt(1) - '0')) + " " + words);
                }
            }
            case "blockquote" -> add(blocks, prefixed(String.join("\n\n", blocks(node.children())), "> ", "> "));
            case "pre" -> blocks.add(code(node));
            case "hr" -> blocks.add("* * *");
            case MARKDOWN -> add(blocks, node.text().strip());
            case "ul", "ol" -> add(blocks, list(node));
            case "table" -> blocks.addAll(Grids.of(node));
            case "figcaption", "summary" -> {
                var words = Phrases.of(node.children()).strip();
                add(blocks, words.isEmpty() ? "" : "*" + words.replace("*", "") + "*");
            }
            case "dt" -> add(blocks, "**" + Phrases.of(node.children()).strip().replace("*", "") + "**");
            default -> {
                if (SHOWN.contains(node.name())) {
                    add(blocks, shown(node));
                } else if (!SILENT.contains(node.name())) {
                    blocks.addAll(blocks(node.children()));
                }
            }
        }
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }

    static boolean isSilent(Node node) {
        return SILENT.contains(node.name());
    }

    static boolean isKept(Node node) {
        return KEPT.contains(node.name());
    }

    /** A player becomes the way to what it plays. */
    private static String shown(Node node) {
        var address = node.get("src");
        for (var child : node.children()) {
            address = address.isEmpty() ? child.get("src") : address;
        }
        var whole = address.startsWith("//") ? "https:" + address : address;
        return whole.isBlank() ? "" : "[" + Phrases.escaped(whole) + "](" + Phrases.address(whole) + ")";
    }

    private static String list(Node list) {
        var items = new ArrayList<String>();
        var number = list.get("start").matches("\\d{1,6}") ? Integer.parseInt(list.get("start")) : 1;
        for (var item : list.children()) {
            if (!item.isBlank() && !isSilent(item)) {
                var mark = list.name().equals("ol") ? number++ + ". " : "- ";
                var inner = item.name().equals("li") ? blocks(item.children()) : blocks(List.of(item));
                var text = String.join(isTight(item) ? "\n" : "\n\n", inner);
                items.add(prefixed(text.isEmpty() ? " " : text, mark, " ".repeat(mark.length())));
            }
        }
        return String.join("\n", items);
    }

    /** Words with a list below them, as most lists are: no empty line between. */
    private static boolean isTight(Node item) {
        return item.children().stream().noneMatch(child -> child.name().equals("p"));
    }

    private static String prefixed(String text, String first, String others) {
        var lines = text.split("\n", -1);
        var out = new StringBuilder(first).append(lines[0]);
        for (var i = 1; i < lines.length; i++) {
            out.append('\n').append(lines[i].isEmpty() ? others.stripTrailing() : others + lines[i]);
        }
        return text.isBlank() ? "" : out.toString();
    }

    /** A fence longer than any in it. */
    private static String code(Node node) {
        var text = node.text().replaceFirst("^\n", "").stripTrailing();
        var fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language(node) + "\n" + text + "\n" + fence;
    }

    private static String language(Node node) {
        for (var child : node.children()) {
            var name = child.get("class").replaceFirst("^.*?\\blanguage-([A-Za-z0-9+#-]{1,20})\\b.*$", "$1");
            if (!name.isEmpty() && !name.equals(child.get("class"))) {
                return name;
            }
        }
        return "";
    }
}
