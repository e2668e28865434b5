package app.teahouse.exits;

import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a tree one that XHTML allows: each element only where it may stand, with only what it may hold. Browsers put up with
 * anything; readers of e-books do not. Words are never lost.
 */
final class Fitting {
    private static final Set<String> PHRASES = Set.of(
            "a", "abbr", "audio", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "ruby",
            "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "video", "wbr");
    private static final Set<String> BLOCKS = Set.of(
            "blockquote",
            "details",
            "div",
            "dl",
            "figure",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "ol",
            "p",
            "pre",
            "table",
            "ul");
    private static final Set<String> PARTS = Set.of(
            "caption",
            "dd",
            "dt",
            "figcaption",
            "li",
            "rp",
            "rt",
            "summary",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");

    /** Blocks that hold words and phrases alone. */
    private static final Set<String> LINES = Set.of("h2", "h3", "h4", "h5", "h6", "p", "pre");

    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern MANY = Pattern.compile("[1-9]\\d?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Set<String> ids = new HashSet<>();
    private final Tables tables = new Tables(this);

    /** Where a part of the tree stands: whether blocks may stand there, and whether it is inside of a link. */
    record Spot(boolean blocks, boolean linked) {
        static final Spot FLOW = new Spot(true, false);

        Spot line() {
            return new Spot(false, linked);
        }

        Spot flow() {
            return new Spot(true, linked);
        }

        Spot link() {
            return new Spot(blocks, true);
        }
    }

    /** The tree's root with what may stand in it, and the ids that are left. */
    Node fit(Node root) {
        var fitted = Node.of("div", fit(root.children(), Spot.FLOW));
        return settled(fitted);
    }

    List<Node> fit(List<Node> nodes, Spot spot) {
        var fitted = new ArrayList<Node>(nodes.size());
        for (var node : nodes) {
            fit(node, spot, fitted);
        }
        return fitted;
    }

    private void fit(Node node, Spot spot, List<Node> out) {
        if (node.isWords()) {
            out.add(node);
        } else if (PHRASES.contains(node.name())) {
            phrase(node, spot, out);
        } else if (BLOCKS.contains(node.name()) && spot.blocks()) {
            block(node, spot, out);
        } else if (PARTS.contains(node.name()) && spot.blocks()) {
            out.add(Node.of("div", fit(node.children(), spot)));
        } else {
            // What may not stand here leaves its words, apart from those before.
            var inner = fit(node.children(), spot);
            if (BLOCKS.contains(node.name()) || PARTS.contains(node.name())) {
                out.add(Node.words(" "));
            }
            out.addAll(inner);
        }
    }

    private void phrase(Node node, Spot spot, List<Node> out) {
        switch (node.name()) {
            case "a" -> {
                if (spot.linked() || node.get("href").isEmpty()) {
                    out.addAll(fit(node.children(), spot));
                } else {
                    out.add(dressed(node, fit(node.children(), spot.link())));
                }
            }
            case "del", "ins" -> out.add(dressed(node, fit(node.children(), spot)));
            case "audio", "video" -> {
                if (!spot.linked()) {
                    out.add(dressed(node, List.of()));
                }
            }
            case "ruby" -> out.addAll(ruby(node, spot));
            default ->
                out.add(dressed(
                        node, Xhtml.VOID.contains(node.name()) ? List.of() : fit(node.children(), spot.line())));
        }
    }

    private void block(Node node, Spot spot, List<Node> out) {
        switch (node.name()) {
            case "hr" -> out.add(Node.of("hr"));
            case "ul", "ol" -> list(node, spot).ifPresent(out::add);
            case "dl" -> out.addAll(terms(node, spot));
            case "table" -> out.addAll(tables.fit(node, spot));
            case "figure" -> out.add(dressed(node, captioned(node, "figcaption", spot, false)));
            case "details" -> {
                if (spot.linked()) {
                    out.add(Node.of("div", fit(node.children(), spot)));
                } else {
                    out.add(dressed(node, captioned(node, "summary", spot, true)));
                }
            }
            default -> out.add(dressed(node, fit(node.children(), LINES.contains(node.name()) ? spot.line() : spot)));
        }
    }

    /** Only items; what stands between them becomes one. */
    private Optional<Node> list(Node node, Spot spot) {
        var items = new ArrayList<Node>();
        for (var child : node.children()) {
            if (child.name().equals("li")) {
                items.add(dressed(child, fit(child.children(), spot.flow())));
            } else if (!child.isBlank()) {
                items.add(Node.of("li", fit(List.of(child), spot.flow())));
            }
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(dressed(node, items));
    }

    /** A list of terms begins with one and ends with what it means. */
    private List<Node> terms(Node node, Spot spot) {
        var parts = new ArrayList<Node>();
        for (var child : node.children()) {
            if (child.name().equals("dt")) {
                parts.add(Node.of("dt", fit(child.children(), spot.line())));
            } else if (child.name().equals("dd")) {
                parts.add(Node.of("dd", fit(child.children(), spot.flow())));
            } else if (!child.isBlank()) {
                parts.add(Node.of("dd", fit(List.of(child), spot.flow())));
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        if (parts.getFirst().name().equals("dd")) {
            parts.addFirst(Node.of("dt"));
        }
        if (parts.getLast().name().equals("dt")) {
            parts.add(Node.of("dd"));
        }
        return List.of(Node.of("dl", parts));
    }

    /** One caption, first or last; others are ordinary parts. */
    private List<Node> captioned(Node node, String caption, Spot spot, boolean first) {
        Node own = null;
        var rest = new ArrayList<Node>();
        for (var child : node.children()) {
            if (own == null && child.name().equals(caption)) {
                own = Node.of(caption, fit(child.children(), first ? spot.line() : spot.flow()));
            } else {
                rest.addAll(fit(List.of(child), spot.flow()));
            }
        }
        if (own == null) {
            own = first ? Node.of(caption, Node.words("…")) : null;
        }
        if (own != null) {
            rest.add(first ? 0 : rest.size(), own);
        }
        return rest;
    }

    /** Each reading stands above the words before it. */
    private List<Node> ruby(Node node, Spot spot) {
        var out = new ArrayList<Node>();
        var base = new ArrayList<Node>();
        for (var child : node.children()) {
            if (child.name().equals("rt") && !base.isEmpty()) {
                var pair = new ArrayList<>(base);
                pair.add(Node.of("rt", fit(child.children(), spot.line())));
                out.add(Node.of("ruby", pair));
                base.clear();
            } else if (child.name().equals("rt")) {
                out.addAll(fit(child.children(), spot.line()));
            } else if (!child.name().equals("rp")) {
                base.addAll(fit(List.of(child), spot.line()));
            }
        }
        out.addAll(base);
        return out;
    }

    /** The element with the attributes it may have. */
    Node dressed(Node node, List<Node> children) {
        var dressed = Node.of(node.name(), children);
        node.attributes().forEach((name, value) -> {
            if (mayWear(node.name(), name, value)) {
                dressed.with(name, value);
            }
        });
        return dressed;
    }

    private boolean mayWear(String element, String attribute, String value) {
        return switch (attribute) {
            case "id" -> ID.matcher(value).matches() && ids.add(value);
            case "class" -> !value.isBlank();
            case "title" -> !value.isBlank();
            case "href" -> element.equals("a");
            case "src" -> element.equals("img") || element.equals("audio") || element.equals("video");
            case "alt" -> element.equals("img");
            case "controls" -> element.equals("audio") || element.equals("video");
            case "width", "height" ->
                element.equals("img") && NUMBER.matcher(value).matches();
            case "start" -> element.equals("ol") && NUMBER.matcher(value).matches();
            case "colspan", "rowspan" ->
                (element.equals("td") || element.equals("th"))
                        && MANY.matcher(value).matches();
            default -> false;
        };
    }

    /** Links within the text lead to what is there, or are none. */
    private Node settled(Node node) {
        if (node.isWords()) {
            return node;
        }
        var children = new ArrayList<Node>(node.children().size());
        for (var child : node.children()) {
            var settled = settled(child);
            var href = settled.get("href");
            if (href.startsWith("#") && !ids.contains(href.substring(1))) {
                children.addAll(settled.children());
            } else {
                children.add(settled);
            }
        }
        return node.holding(children);
    }
}
