package app.teahouse.books;

import app.teahouse.exits.Volume.Entry;
import app.teahouse.exits.Xhtml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds an EPUB together: what it is, its contents for readers new and old, and the list of all that is in it. */
final class Binding {
    private static final Map<String, String> TYPES = Map.of(
            "xhtml", "application/xhtml+xml",
            "css", "text/css",
            "ncx", "application/x-dtbncx+xml",
            "svg", "image/svg+xml",
            "jpg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp");

    private final Bound book;
    private final List<Entry> entries;

    /** @param entries the posts that are in it, in their order */
    Binding(Bound book, List<Entry> entries) {
        this.book = book;
        this.entries = entries;
    }

    /** The first file of an EPUB says what it is, and is not compressed. */
    static void begin(Bound book) throws IOException {
        book.parcel()
                .store(
                        "mimetype",
                        new ByteArrayInputStream("application/epub+zip".getBytes(StandardCharsets.US_ASCII)));
        book.parcel().put("META-INF/container.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
                <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
                """);
        try (var style = Binding.class.getResourceAsStream("/books/book.css")) {
            if (style == null) {
                throw new IOException("The stylesheet of books is missing");
            }
            book.put("style.css", new String(style.readAllBytes(), StandardCharsets.UTF_8));
        }
        Cover.put(book);
    }

    void finish() throws IOException {
        book.put("nav.xhtml", Sheet.of(book, book.say("books.contents"), contents()));
        book.put("toc.ncx", oldContents());
        book.put("package.opf", list());
    }

    private String contents() {
        var text = new StringBuilder("<nav epub:type=\"toc\" id=\"toc\"><h1>")
                .append(Xhtml.escaped(book.say("books.contents")))
                .append("</h1><ol>");
        var section = "";
        for (var entry : entries) {
            if (!entry.section().equals(section)) {
                text.append(section.isEmpty() ? "" : "</ol></li>");
                section = entry.section();
                text.append("<li><span>").append(Xhtml.escaped(section)).append("</span><ol>");
            }
            text.append("<li><a href=\"%s\">%s</a></li>".formatted(Sheet.name(entry.number()), title(entry)));
        }
        text.append(section.isEmpty() ? "" : "</ol></li>").append("</ol></nav>");
        text.append("<nav epub:type=\"landmarks\" hidden=\"hidden\"><ol>");
        mark(text, "cover", "cover.xhtml", "books.cover");
        mark(text, "toc", "nav.xhtml", "books.contents");
        mark(text, "bodymatter", Sheet.name(entries.getFirst().number()), "books.begin");
        return text.append("</ol></nav>").toString();
    }

    private void mark(StringBuilder text, String type, String target, String key) {
        text.append("<li><a epub:type=\"%s\" href=\"%s\">%s</a></li>"
                .formatted(type, target, Xhtml.escaped(book.say(key))));
    }

    private static String title(Entry entry) {
        var title = Xhtml.escaped(entry.title()).strip();
        return title.isEmpty() ? "#" + entry.number() : title;
    }

    /** For devices that know no EPUB 3. */
    private String oldContents() {
        var points = new StringBuilder();
        var order = 1;
        for (var entry : entries) {
            points.append("""
                    <navPoint id="n%d" playOrder="%d"><navLabel><text>%s</text></navLabel><content src="%s"/></navPoint>
                    """.formatted(entry.number(), order++, title(entry), Sheet.name(entry.number())));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="%s"><head>\
                <meta name="dtb:uid" content="%s"/></head><docTitle><text>%s</text></docTitle><navMap>
                %s</navMap></ncx>
                """.formatted(
                        book.language().toLanguageTag(),
                        id(),
                        Xhtml.escaped(book.volume().title()),
                        points);
    }

    private String id() {
        return "urn:uuid:" + book.volume().id();
    }

    private String list() throws IOException {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                %s</metadata>
                <manifest>
                %s</manifest>
                <spine toc="ncx">
                <itemref idref="cover"/><itemref idref="nav"/>
                %s</spine>
                <guide><reference type="cover" title="%s" href="cover.xhtml"/><reference type="text" title="%s" href="%s"/></guide>
                </package>
                """.formatted(
                        book.language().toLanguageTag(),
                        about(),
                        manifest(),
                        spine(),
                        Xhtml.escaped(book.say("books.cover")),
                        Xhtml.escaped(book.say("books.begin")),
                        Sheet.name(entries.getFirst().number()));
    }

    private String about() {
        var volume = book.volume();
        var about = new StringBuilder();
        about.append("<dc:identifier id=\"id\">").append(id()).append("</dc:identifier>\n");
        element(about, "dc:title", volume.title());
        element(about, "dc:language", book.language().toLanguageTag());
        element(about, "dc:creator", book.circle().name());
        element(about, "dc:publisher", book.circle().name());
        if (!volume.promise().isBlank()) {
            element(about, "dc:description", volume.promise());
        }
        element(about, "dc:source", book.online(volume.path()));
        var made = book.madeAt().truncatedTo(ChronoUnit.SECONDS).toString();
        about.append("<meta property=\"dcterms:modified\">").append(made).append("</meta>\n");
        return about.append("<meta name=\"cover\" content=\"cover-image\"/>\n").toString();
    }

    private static void element(StringBuilder text, String name, String value) {
        text.append("<%s>%s</%s>\n".formatted(name, Xhtml.escaped(value.strip()), name));
    }

    /** All files of the book, as the parcel knows them. */
    private String manifest() throws IOException {
        var items = new ArrayList<String>();
        for (var name : book.parcel().names()) {
            if (name.startsWith(Bound.FOLDER)) {
                items.add(item(name.substring(Bound.FOLDER.length())));
            }
        }
        return String.join("", items);
    }

    private static String item(String path) {
        var ending = path.substring(path.lastIndexOf('.') + 1);
        var id = switch (path) {
            case "toc.ncx" -> "ncx";
            default -> path.substring(0, path.lastIndexOf('.')).replace('/', '-');
        };
        var properties = path.equals("nav.xhtml")
                ? " properties=\"nav\""
                : path.startsWith("cover-image.") ? " properties=\"cover-image\"" : "";
        return "<item id=\"%s\" href=\"%s\" media-type=\"%s\"%s/>\n"
                .formatted(id, path, TYPES.getOrDefault(ending, "application/octet-stream"), properties);
    }

    private String spine() {
        var spine = new StringBuilder();
        entries.forEach(entry ->
                spine.append("<itemref idref=\"p").append(entry.number()).append("\"/>\n"));
        return spine.toString();
    }
}
