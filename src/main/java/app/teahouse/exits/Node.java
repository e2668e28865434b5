package app.teahouse.exits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element with what stands in it, or words: then it has no name. */
final class Node {
    final String name;
    final String words;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();

    private Node(String name, String words) {
        this.name = name;
        this.words = words;
    }

    static Node words(String words) {
        return new Node("", words);
    }

    static Node of(String name, Node... children) {
        return of(name, List.of(children));
    }

    static Node of(String name, List<Node> children) {
        var node = new Node(name, "");
        node.children.addAll(children);
        return node;
    }

    Node with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** The same element with other things in it. */
    Node holding(List<Node> others) {
        var node = of(name, others);
        node.attributes.putAll(attributes);
        return node;
    }

    boolean isWords() {
        return name.isEmpty();
    }

    boolean isBlank() {
        return isWords() && words.isBlank();
    }

    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean hasClass(String one) {
        return List.of(get("class").split(" ")).contains(one);
    }

    /** All words in it. */
    String text() {
        if (isWords()) {
            return words;
        }
        var text = new StringBuilder();
        children.forEach(child -> text.append(child.text()));
        return text.toString();
    }
}
