package app.teahouse.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** Grows a tree from HTML. Nesting is bounded by the sanitizer's reader. */
final class Growth implements HtmlSanitizer.Policy {
    private static final Set<String> VOID = Set.of("img", "br", "hr", "wbr", "input", "source", "embed");

    private final Node root = Node.of("div");
    private final Deque<Node> open = new ArrayDeque<>(List.of(root));

    private Growth() {}

    static Node tree(String html) {
        var growth = new Growth();
        HtmlSanitizer.sanitize(html, growth);
        return growth.root;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        var node = Node.of(name);
        for (var i = 0; i < attributes.size(); i += 2) {
            node.with(attributes.get(i), attributes.get(i + 1));
        }
        open.getFirst().children().add(node);
        if (!VOID.contains(name)) {
            open.push(node);
        }
    }

    @Override
    public void closeTag(String name) {
        if (!VOID.contains(name) && open.size() > 1) {
            open.pop();
        }
    }

    @Override
    public void text(String text) {
        open.getFirst().children().add(Node.words(text));
    }
}
