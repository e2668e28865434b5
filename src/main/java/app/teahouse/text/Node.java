package app.teahouse.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of HTML with what stands in it, or words. For those who write a text anew in another form. */
public final class Node {
    private final String name;
    private final String words;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    private Node(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** The tree of a piece of HTML, whatever is wrong with it. */
    public static Node tree(String html) {
        return Growth.tree(html);
    }

    public static Node words(String words) {
        return new Node("", words);
    }

    public static Node of(String name, Node... children) {
        return of(name, List.of(children));
    }

    public static Node of(String name, List<Node> children) {
        var node = new Node(name, "");
        node.children.addAll(children);
        return node;
    }

    public Node with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** The same element with other things in it. */
    public Node holding(List<Node> others) {
        var node = of(name, others);
        node.attributes.putAll(attributes);
        return node;
    }

    /** Empty for words. */
    public String name() {
        return name;
    }

    public String words() {
        return words;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<Node> children() {
        return children;
    }

    public boolean isWords() {
        return name.isEmpty();
    }

    public boolean isBlank() {
        return isWords() && words.isBlank();
    }

    public String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public boolean hasClass(String one) {
        return List.of(get("class").split(" ")).contains(one);
    }

    /** All words in it. */
    public String text() {
        if (isWords()) {
            return words;
        }
        var text = new StringBuilder();
        children.forEach(child -> text.append(child.text()));
        return text.toString();
    }
}
