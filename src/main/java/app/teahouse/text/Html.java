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

    private static final Set<String> SHOWS = Set.of("img", "audio", "video", "input");

    private final StringBuilder html;

    /** Where a heading cell began in which nothing has been said yet, or -1. */
    private int heading = -1;

    Html(int expectedLength) {
        html = new StringBuilder(expectedLength);
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        if (name.equals("th")) {
            heading = html.length();
        } else if (SHOWS.contains(name)) {
            heading = -1;
        }
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
        if (VOID.contains(name)) {
            return;
        }
        var isEmptyHeading = name.equals("th") && heading >= 0;
        if (isEmptyHeading) {
            // It names nothing, and whoever hears the page would wonder what.
            html.replace(heading, heading + "<th".length(), "<td");
            heading = -1;
        }
        html.append("</").append(isEmptyHeading ? "td" : name).append('>');
    }

    @Override
    public void text(String text) {
        heading = text.isBlank() ? heading : -1;
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
