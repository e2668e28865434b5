package app.teahouse.text;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes elements and words as HTML. The sanitizer's own writer turns every full-width comma into eight letters, which would make
 * Chinese pages half as large again.
 */
final class Html implements HtmlStreamEventReceiver {
    private static final Set<String> VOID = Set.of("img", "br", "hr", "wbr", "input");

    private final StringBuilder html;

    Html(int expectedLength) {
        html = new StringBuilder(expectedLength);
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        html.append('<').append(name);
        for (var i = 0; i < attributes.size(); i += 2) {
            html.append(' ').append(attributes.get(i));
            if (!attributes.get(i + 1).isEmpty() || attributes.get(i).equals("alt")) {
                html.append("=\"");
                escape(attributes.get(i + 1));
                html.append('"');
            }
        }
        html.append('>');
    }

    @Override
    public void closeTag(String name) {
        if (!VOID.contains(name)) {
            html.append("</").append(name).append('>');
        }
    }

    @Override
    public void text(String text) {
        escape(text);
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void escape(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
