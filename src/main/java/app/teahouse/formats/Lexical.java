package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Texts as Ghost's newer editor keeps them: a tree of nodes and cards. */
final class Lexical {
    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int STRUCK = 4;
    private static final int CODE = 16;

    private Lexical() {}

    static String markdown(String lexical) {
        try {
            return Markup.markdown(Node.of(
                    "div", nodes(Json.mapper().readTree(lexical).path("root").path("children"))));
        } catch (JacksonException e) {
            return "";
        }
    }

    private static List<Node> nodes(JsonNode children) {
        var nodes = new ArrayList<Node>();
        for (var child : children) {
            nodes.addAll(node(child));
        }
        return nodes;
    }

    private static List<Node> node(JsonNode node) {
        var children = nodes(node.path("children"));
        return switch (Json.text(node, "type")) {
            case "text", "extended-text" -> List.of(text(node));
            case "linebreak" -> List.of(Node.of("br"));
            case "tab" -> List.of(Node.words(" "));
            case "heading", "extended-heading" -> List.of(Node.of(heading(Json.text(node, "tag")), children));
            case "quote", "extended-quote", "aside" -> List.of(Node.of("blockquote", children));
            case "list" -> List.of(Node.of(Json.text(node, "listType").equals("number") ? "ol" : "ul", children));
            case "listitem" -> List.of(Node.of("li", children));
            case "link", "autolink" -> List.of(Node.of("a", children).with("href", Json.text(node, "url")));
            case "horizontalrule" -> List.of(Node.of("hr"));
            case "root", "" -> children;
            case "paragraph" -> List.of(Node.of("p", children));
            default -> Cards.nodes(Json.text(node, "type"), node).orElse(children);
        };
    }

    private static String heading(String tag) {
        return tag.matches("h[1-6]") ? tag : "h2";
    }

    private static Node text(JsonNode node) {
        var format = Json.number(node, "format");
        var text = Node.words(Json.text(node, "text"));
        text = (format & CODE) == 0 ? text : Node.of("code", text);
        text = (format & BOLD) == 0 ? text : Node.of("strong", text);
        text = (format & ITALIC) == 0 ? text : Node.of("em", text);
        return (format & STRUCK) == 0 ? text : Node.of("del", text);
    }
}
