package app.teahouse.syndication;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Settings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/** Writes a circle's newest posts as an Atom feed (RFC 4287). Addresses in it are absolute, since it is read elsewhere. */
@Component
class Atom {
    static final String TYPE = "application/atom+xml;charset=utf-8";

    /** An address without a site, of a picture or a link. Quotation marks of words are written as entities, so no word is taken for one. */
    private static final Pattern OURS = Pattern.compile("( (?:src|href|poster)=\")/(?!/)");

    private final Settings settings;

    Atom(Settings settings) {
        this.settings = settings;
    }

    /**
     * What a feed is about.
     *
     * @param path of the page that shows the same to people
     */
    record Head(UUID id, String title, String subtitle, String path) {
        static Head of(Face face) {
            return new Head(face.id().value(), face.name(), face.promise(), "/c/" + face.slug());
        }
    }

    /** @param self the path under which the feed was asked for */
    byte[] write(Face face, String self, List<Entry> entries) {
        return write(face, Head.of(face), self, entries);
    }

    byte[] write(Face face, Head head, String self, List<Entry> entries) {
        var circle = settings.base() + "/c/" + face.slug();
        return Xml.document("feed", "http://www.w3.org/2005/Atom", xml -> {
            xml.attribute("xml:lang", face.language().toLanguageTag()).attribute("xml:base", settings.base() + "/");
            xml.text("id", "urn:uuid:" + head.id());
            xml.text("title", head.title());
            xml.text("subtitle", head.subtitle());
            link(xml, "self", settings.base() + self);
            link(xml, "alternate", settings.base() + head.path());
            xml.text("updated", changed(entries, Instant.EPOCH).toString());
            for (var entry : entries) {
                xml.inside("entry", _ -> entry(xml, circle, face, entry));
            }
        });
    }

    private void entry(Xml xml, String circle, Face face, Entry entry) throws XMLStreamException {
        xml.text("id", entry.id());
        xml.text("title", entry.name());
        link(xml, "alternate", circle + "/p/" + entry.number());
        var author = entry.author();
        xml.inside("author", _ -> xml.text("name", author == null ? face.name() : author));
        xml.text("published", entry.publishedAt().toString());
        xml.text("updated", entry.changedAt().toString());
        var html = entry.html();
        if (html != null) {
            xml.text("summary", entry.excerpt());
            xml.inside("content", _ -> xml.attribute("type", "html").write(whole(html)));
        }
    }

    private String whole(String html) {
        return OURS.matcher(html).replaceAll("$1" + Matcher.quoteReplacement(settings.base()) + "/");
    }

    private static void link(Xml xml, String rel, String href) throws XMLStreamException {
        xml.inside("link", _ -> xml.attribute("rel", rel).attribute("href", href));
    }

    private static Instant changed(List<Entry> entries, Instant otherwise) {
        return entries.stream()
                .map(Entry::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }
}
