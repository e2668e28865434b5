package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Texts as Ghost's older editor keeps them: sections of markers, with marks that open and close between them. */
final class Mobiledoc {
    private static final int WORDS = 1;
    private static final int PICTURE = 2;
    private static final int LIST = 3;
    private static final int CARD = 10;

    private final JsonNode document;

    private Mobiledoc(JsonNode document) {
        this.document = document;
    }

    static String markdown(String mobiledoc) {
        try {
            return Markup.markdown(Node.of("div", new Mobiledoc(Json.mapper().readTree(mobiledoc)).sections()));
        } catch (JacksonException e) {
            return "";
        }
    }

    private List<Node> sections() {
        var nodes = new ArrayList<Node>();
        for (var section : document.path("sections")) {
            switch (section.path(0).asInt(0)) {
                case WORDS -> nodes.add(Node.of(tag(section.path(1).asString("p")), markers(section.path(2))));
                case PICTURE ->
                    nodes.add(Node.of("img").with("src", section.path(1).asString("")));
                case LIST -> nodes.add(list(section));
                case CARD ->
                    nodes.addAll(
                            card(document.path("cards").path(section.path(1).asInt(-1))));
                default -> {}
            }
        }
        return nodes;
    }

    private static String tag(String name) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "blockquote" -> name;
            case "aside", "pull-quote" -> "blockquote";
            default -> "p";
        };
    }

    private Node list(JsonNode section) {
        var items = new ArrayList<Node>();
        for (var item : section.path(2)) {
            items.add(Node.of("li", markers(item)));
        }
        return Node.of(section.path(1).asString("").equals("ol") ? "ol" : "ul", items);
    }

    private static List<Node> card(JsonNode card) {
        return Cards.nodes(card.path(0).asString(""), card.path(1)).orElse(List.of());
    }

    /** A marker says which marks begin before its words, and how many end behind them. */
    private List<Node> markers(JsonNode markers) {
        Deque<Node> open = new ArrayDeque<>(List.of(Node.of("p")));
        for (var marker : markers) {
            for (var index : marker.path(1)) {
                var mark = mark(document.path("markups").path(index.asInt(-1)));
                open.getFirst().children().add(mark);
                open.push(mark);
            }
            // An atom, such as a soft return, has no words of its own.
            open.getFirst()
                    .children()
                    .add(
                            marker.path(0).asInt(0) == 0
                                    ? Node.words(marker.path(3).asString(""))
                                    : Node.of("br"));
            for (var closed = marker.path(2).asInt(0); closed > 0 && open.size() > 1; closed--) {
                open.pop();
            }
        }
        return open.getLast().children();
    }

    private static Node mark(JsonNode markup) {
        var name = markup.path(0).asString("span");
        var node = Node.of(name.matches("strong|b|em|i|code|a|s|sub|sup|u") ? name : "span");
        var attributes = markup.path(1);
        for (var i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.path(i).asString("").equals("href")) {
                node.with("href", attributes.path(i + 1).asString(""));
            }
        }
        return node;
    }
}
