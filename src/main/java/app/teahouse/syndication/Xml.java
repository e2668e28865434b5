package app.teahouse.syndication;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A small XML document, written from top to bottom. What XML cannot hold is left out. */
final class Xml {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    /** All but the characters of XML 1.0, section 2.2. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** What stands inside of an element. */
    interface Inside {
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml() throws XMLStreamException {
        this.writer = WRITERS.createXMLStreamWriter(text);
    }

    static byte[] document(String root, String namespace, Inside inside) {
        try {
            var xml = new Xml();
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement(root);
            xml.writer.writeDefaultNamespace(namespace);
            inside.write(xml);
            xml.writer.writeEndDocument();
            return xml.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml attribute(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, clean(value));
        return this;
    }

    Xml inside(String name, Inside inside) throws XMLStreamException {
        writer.writeStartElement(name);
        inside.write(this);
        writer.writeEndElement();
        return this;
    }

    Xml text(String name, String value) throws XMLStreamException {
        return inside(name, xml -> xml.write(value));
    }

    void write(String value) throws XMLStreamException {
        writer.writeCharacters(clean(value));
    }

    private static String clean(String value) {
        return NOT_XML.matcher(value).replaceAll("");
    }
}
