package app.teahouse.formats;

import app.teahouse.kernel.Refusal;
import app.teahouse.text.Node;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Feeds: RSS 2.0 and Atom. Nothing outside the file is read and no entity of its own is expanded, whatever it declares. */
final class Feeds implements Sources.Source {
    private static final int MOST_TEXT = 2_000_000;
    private static final int MOST_DEPTH = 200;

    /** Of RSS {@code item}, of Atom {@code entry}: which of its parts say what, the best first. */
    private static final List<String> WORDS = List.of("content:encoded", "content", "description", "summary");

    private static final List<String> DATES = List.of("pubDate", "published", "dc:date", "updated");

    @Override
    public void translate(Sources.Task task, Translation translation) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(task.file()))) {
            var reader = factory().createXMLStreamReader(in);
            try {
                read(reader, task, translation);
            } catch (XMLStreamException e) {
                var line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
                if (translation.pieces() == 0) {
                    throw unreadable(line);
                }
                translation.fault("", "source-broken", Integer.toString(line));
            }
        } catch (XMLStreamException e) {
            throw unreadable(1);
        }
    }

    private static Refusal unreadable(int line) {
        return Refusal.invalid("file", "import.unreadable-source").with("line", line);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static void read(XMLStreamReader reader, Sources.Task task, Translation translation)
            throws XMLStreamException, IOException {
        var source = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = name(reader);
            if (name.equals("item") || name.equals("entry")) {
                var line = reader.getLocation().getLineNumber();
                if (!add(source, line, item(reader), task, translation)) {
                    return;
                }
            } else if (name.equals("link") && source.isEmpty()) {
                var href = reader.getAttributeValue(null, "href");
                source = href == null ? text(reader) : href;
            }
        }
    }

    private static boolean add(
            String source, int line, Map<String, List<String>> item, Sources.Task task, Translation translation)
            throws IOException {
        var html = first(item, WORDS);
        var link = Addresses.whole(first(item, List.of("link")), source);
        var id = first(item, List.of("guid", "id", "link"));
        var title = Markup.plain(first(item, List.of("title")));
        if (html.isBlank() && title.isBlank()) {
            translation.fault("line " + line, "empty", "");
            return true;
        }
        var words = Markup.markdown(Addresses.whole(Node.tree(html), link.isBlank() ? source : link));
        var key = "feed-" + Hashes.of(source + " " + (id.isBlank() ? title + words : id));
        var date = first(item, DATES);
        var at = Dates.of(date, task.zone());
        if (at == null) {
            translation.fault("line " + line, date.isBlank() ? "no-date" : "bad-date", date);
        }
        return translation.add(new Piece(
                key,
                title,
                at,
                author(item),
                tags(item),
                false,
                words.isBlank() ? "[" + Phrases.escaped(title) + "](" + Phrases.address(link) + ")" : words));
    }

    private static String author(Map<String, List<String>> item) {
        var name = first(item, List.of("dc:creator", "name", "author")).strip();
        // RSS writes an address, and the name behind it.
        return name.replaceFirst("^\\S+@\\S+\\s*\\((.*)\\)$", "$1").replaceFirst("^\\S+@\\S+$", "");
    }

    private static List<String> tags(Map<String, List<String>> item) {
        return item.getOrDefault("category", List.of()).stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static String first(Map<String, List<String>> item, List<String> names) {
        for (var name : names) {
            for (var value : item.getOrDefault(name, List.of())) {
                if (!value.isBlank()) {
                    return value;
                }
            }
        }
        return "";
    }

    /** The parts of an item by their names; the reader stands at its end afterwards. */
    private static Map<String, List<String>> item(XMLStreamReader reader) throws XMLStreamException {
        var parts = new TreeMap<String, List<String>>();
        var depth = 1;
        while (depth > 0 && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = name(reader);
                    if (name.equals("author")) {
                        depth++; // Atom: a name stands in it; RSS: words do.
                        parts.computeIfAbsent("author", _ -> new ArrayList<>()).add("");
                    } else {
                        put(parts, name, reader);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 2) {
                        var said = Objects.requireNonNull(parts.get("author"));
                        said.set(said.size() - 1, said.getLast() + reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        return parts;
    }

    private static void put(Map<String, List<String>> parts, String name, XMLStreamReader reader)
            throws XMLStreamException {
        var attribute = name.equals("link") ? "href" : name.equals("category") ? "term" : "";
        var value = attribute.isEmpty() ? null : reader.getAttributeValue(null, attribute);
        var other = value != null && name.equals("link") && !isAlternate(reader);
        var type = reader.getAttributeValue(null, "type");
        var said = "xhtml".equals(type) ? xhtml(reader) : "text".equals(type) ? escaped(text(reader)) : text(reader);
        if (!other) {
            parts.computeIfAbsent(name, _ -> new ArrayList<>()).add(value == null ? said : value);
        }
    }

    private static boolean isAlternate(XMLStreamReader reader) {
        var rel = reader.getAttributeValue(null, "rel");
        return rel == null || rel.equals("alternate");
    }

    private static String name(XMLStreamReader reader) {
        var space = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        var name = reader.getLocalName();
        if (space.startsWith("http://purl.org/dc/")) {
            return "dc:" + name;
        }
        if (space.startsWith("http://purl.org/rss/1.0/modules/content")) {
            return name.equals("encoded") ? "content:encoded" : "content:" + name;
        }
        var own = space.isEmpty() || space.toLowerCase(Locale.ROOT).contains("atom") || space.contains("rss");
        return own ? name : "other:" + name;
    }

    /** All words up to the end of the element, whatever stands in between. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() < MOST_TEXT) {
                        text.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private static int deeper(int depth) throws XMLStreamException {
        if (depth > MOST_DEPTH) {
            throw new XMLStreamException("Too deep");
        }
        return depth + 1;
    }

    /** XHTML within the feed, written as the HTML that other feeds have as words. */
    private static String xhtml(XMLStreamReader reader) throws XMLStreamException {
        var html = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth = deeper(depth);
                    html.append('<').append(reader.getLocalName());
                    for (var i = 0; i < reader.getAttributeCount(); i++) {
                        html.append(' ').append(reader.getAttributeLocalName(i)).append("=\"");
                        html.append(escaped(reader.getAttributeValue(i))).append('"');
                    }
                    html.append('>');
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth > 0) {
                        html.append("</").append(reader.getLocalName()).append('>');
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    html.append(html.length() < MOST_TEXT ? escaped(reader.getText()) : "");
                default -> {}
            }
        }
        return html.toString();
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
