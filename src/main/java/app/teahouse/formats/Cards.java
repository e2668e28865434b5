package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What both of Ghost's editors put between paragraphs: pictures, code, bookmarks, players, boxes. */
final class Cards {
    private Cards() {}

    /** Nothing for what is only of use on the old site, such as sign-up forms. */
    static Optional<List<Node>> nodes(String type, JsonNode card) {
        return switch (type) {
            case "image", "extended-image" -> Optional.of(List.of(picture(card, Json.text(card, "src"))));
            case "gallery" -> Optional.of(gallery(card));
            case "code", "codeblock" -> Optional.of(List.of(code(card)));
            case "html" -> Optional.of(Node.tree(Json.text(card, "html")).children());
            case "markdown", "card-markdown" ->
                Optional.of(List.of(Node.of(Markup.MARKDOWN, Node.words(Json.text(card, "markdown")))));
            case "embed", "bookmark", "video", "audio", "file", "button" -> Optional.of(link(card));
            case "callout" ->
                Optional.of(List.of(Node.of(
                        "blockquote", Node.tree(Json.text(card, "calloutText")).children())));
            case "toggle" -> {
                var inner = new ArrayList<>(List.of(
                        Node.of("h3", Node.tree(Json.text(card, "heading")).children())));
                inner.addAll(Node.tree(Json.text(card, "content")).children());
                yield Optional.of(inner);
            }
            case "hr" -> Optional.of(List.of(Node.of("hr")));
            default -> Optional.empty();
        };
    }

    private static Node picture(JsonNode card, String source) {
        var caption = Node.tree(Json.text(card, "caption")).children();
        var picture = Node.of("img").with("src", source).with("alt", Json.text(card, "alt"));
        return caption.isEmpty()
                ? Node.of("figure", picture)
                : Node.of("figure", picture, Node.of("figcaption", caption));
    }

    private static List<Node> gallery(JsonNode card) {
        var pictures = new ArrayList<Node>();
        for (var image : card.path("images")) {
            pictures.add(picture(image, Json.text(image, "src")));
        }
        return pictures;
    }

    private static Node code(JsonNode card) {
        var code = Node.of("code", Node.words(Json.text(card, "code")));
        var language = Json.text(card, "language");
        return Node.of("pre", language.isBlank() ? code : code.with("class", "language-" + language));
    }

    /** Where it leads, by what it is called. */
    private static List<Node> link(JsonNode card) {
        var address = first(card, "url", "src", "buttonUrl");
        if (address.isBlank()) {
            return List.of();
        }
        var name = first(card.path("metadata"), "title");
        var words = name.isBlank() ? first(card, "title", "fileTitle", "fileName", "buttonText", "caption") : name;
        return List.of(Node.of(
                "p",
                Node.of("a", Node.words(words.isBlank() ? address : Markup.plain(words)))
                        .with("href", address)));
    }

    private static String first(JsonNode node, String... names) {
        for (var name : names) {
            if (!Json.text(node, name).isBlank()) {
                return Json.text(node, name);
            }
        }
        return "";
    }
}
