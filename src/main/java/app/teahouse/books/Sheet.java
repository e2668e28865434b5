package app.teahouse.books;

import app.teahouse.exits.Chapter;
import app.teahouse.exits.Inside;
import app.teahouse.exits.Xhtml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The leaves of a book: one XHTML file for each post, with its pictures. */
final class Sheet {
    private Sheet() {}

    static String name(long number) {
        return "p" + number + ".xhtml";
    }

    static void put(Bound book, long number, String section, @Nullable Chapter chapter) throws IOException {
        if (chapter == null) {
            var gone = book.say("exits.gone");
            book.put(name(number), of(book, gone, "<p class=\"left-out\">" + Xhtml.escaped(gone) + "</p>"));
            return;
        }
        book.put(name(number), of(book, chapter.title(), body(book, section, chapter)));
    }

    private static String body(Bound book, String section, Chapter chapter) {
        var body = new StringBuilder("<section epub:type=\"chapter\">");
        if (!section.isEmpty()) {
            body.append("<p class=\"section\">").append(Xhtml.escaped(section)).append("</p>");
        }
        body.append("<h1>").append(Xhtml.escaped(chapter.title())).append("</h1><p class=\"by\">");
        body.append(Xhtml.escaped(
                chapter.author().isEmpty() ? day(book, chapter) : chapter.author() + " · " + day(book, chapter)));
        body.append("</p>");
        if (chapter.html() == null) {
            body.append("<p class=\"left-out\">")
                    .append(Xhtml.escaped(book.say("exits.kept-back")))
                    .append("</p>");
        } else {
            body.append(book.portable().xhtml(book.circle(), chapter.html(), new InBook(book, chapter.number())));
        }
        return body.append("<p class=\"online\"><a href=\"")
                .append(Xhtml.escaped(book.online("/p/" + chapter.number())))
                .append("\">")
                .append(Xhtml.escaped(book.say("exits.online")))
                .append("</a></p></section>")
                .toString();
    }

    private static String day(Bound book, Chapter chapter) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(book.language())
                .format(LocalDate.ofInstant(chapter.publishedAt(), book.circle().zone()));
    }

    /** A whole file around what stands in it. */
    static String of(Bound book, String title, String body) {
        var language = book.language().toLanguageTag();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%s">
                <head><meta charset="UTF-8"/><title>%s</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(language, language, Xhtml.escaped(title), body);
    }

    /** Posts of the book lead to each other, pictures come along once for each post, recordings stay behind. */
    private static final class InBook implements Inside {
        private final Bound book;
        private final long number;
        private final Map<String, Optional<String>> taken = new HashMap<>();

        InBook(Bound book, long number) {
            this.book = book;
            this.number = number;
        }

        @Override
        public Optional<String> page(String path) {
            var post = path.startsWith("/p/") ? path.substring(3) : "";
            return post.matches("\\d{1,18}") && book.volume().numbers().contains(Long.valueOf(post))
                    ? Optional.of(name(Long.parseLong(post)))
                    : Optional.empty();
        }

        @Override
        public Optional<String> file(String key, Use use) {
            if (use != Use.PICTURE) {
                return Optional.empty();
            }
            var known = taken.get(key);
            if (known == null) {
                known = take(key);
                taken.put(key, known);
            }
            return known;
        }

        private Optional<String> take(String key) {
            try {
                return Optional.ofNullable(book.take(key, "pictures/" + number + "-" + (taken.size() + 1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
