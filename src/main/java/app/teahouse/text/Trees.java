package app.teahouse.text;

import java.util.function.Consumer;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Walks and mends trees of nodes without recursion, so that no text is too deep. */
final class Trees {
    private Trees() {}

    /** Visits a node and all below it, parents first. The visitor may change what is below the node it is given, but no more. */
    static void walk(Node root, Consumer<Node> visitor) {
        Node node = root;
        while (node != null) {
            visitor.accept(node);
            node = node.getFirstChild() != null ? node.getFirstChild() : following(node, root);
        }
    }

    /** The words in a node, as they would be read aloud. */
    static String words(Node root) {
        var words = new StringBuilder();
        walk(root, node -> {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak line -> words.append(' ');
                case HardLineBreak line -> words.append(' ');
                default -> {}
            }
        });
        return words.toString();
    }

    static void moveChildren(Node from, Node to) {
        for (var child = from.getFirstChild(); child != null; ) {
            var following = child.getNext();
            to.appendChild(child);
            child = following;
        }
    }

    /** Puts {@code to} where {@code from} stands, with the children of {@code from}. */
    static void replace(Node from, Node to) {
        moveChildren(from, to);
        from.insertBefore(to);
        from.unlink();
    }

    /** Makes one of neighbouring texts among the children of a node and of the emphasis in it. */
    static void mergeTexts(Node root) {
        walk(root, parent -> {
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Text first && first.getNext() instanceof Text) {
                    mergeFrom(first);
                }
            }
        });
    }

    private static void mergeFrom(Text first) {
        var literal = new StringBuilder(first.getLiteral());
        while (first.getNext() instanceof Text second) {
            literal.append(second.getLiteral());
            second.getSourceSpans().forEach(first::addSourceSpan);
            second.unlink();
        }
        first.setLiteral(literal.toString());
    }

    private static @Nullable Node following(Node node, Node root) {
        for (Node at = node; at != root && at != null; at = at.getParent()) {
            if (at.getNext() != null) {
                return at.getNext();
            }
        }
        return null;
    }
}
