package app.teahouse.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Visitor;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** A node that is drawn as one HTML element: how {@link Arrangement} says what a text is to look like. */
interface Tag {
    Element element();

    /** An element's name and attributes; those that only we may write are sealed (see {@link Policy}). */
    record Element(String name, Map<String, String> attributes) {
        private static Element of(String name, String... attributes) {
            var map = new LinkedHashMap<String, String>();
            for (var i = 0; i < attributes.length; i += 2) {
                map.put(attributes[i], attributes[i + 1]);
            }
            return new Element(name, map);
        }
    }

    /** An element among paragraphs, with its attributes' names and values in turn. */
    static Node block(String name, String... attributes) {
        return new OfBlock(Element.of(name, attributes));
    }

    /** An element within a line. */
    static Node inline(String name, String... attributes) {
        return new OfLine(Element.of(name, attributes));
    }

    /** The tree's rules allow blocks in blocks only. */
    final class OfBlock extends CustomBlock implements Tag {
        private final Element element;

        private OfBlock(Element element) {
            this.element = element;
        }

        @Override
        public Element element() {
            return element;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** May stand in blocks and in lines. */
    final class OfLine extends CustomNode implements Tag {
        private final Element element;

        private OfLine(Element element) {
            this.element = element;
        }

        @Override
        public Element element() {
            return element;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** Draws both kinds. */
    final class Drawing implements NodeRenderer {
        private static final Set<String> VOID = Set.of("img", "input", "br");

        private final HtmlNodeRendererContext context;

        Drawing(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(OfBlock.class, OfLine.class);
        }

        @Override
        public void render(Node node) {
            var element = ((Tag) node).element();
            var html = context.getWriter();
            html.tag(element.name(), element.attributes());
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (!VOID.contains(element.name())) {
                html.tag("/" + element.name());
            }
            if (node instanceof OfBlock) {
                html.line();
            }
        }
    }
}
