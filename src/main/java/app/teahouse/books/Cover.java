package app.teahouse.books;

import app.teahouse.exits.Xhtml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A book's cover: the column's picture, or one that is drawn of its title and the circle's name in the circle's colour. */
final class Cover {
    private static final double MOST_LINE = 960;
    private static final int MOST_LINES = 6;

    private record Shades(String dark, String light) {}

    private static final Map<String, Shades> SHADES = Map.of(
            "jade", new Shades("#245b4c", "#7fb09c"),
            "ink", new Shades("#2a3138", "#79858d"),
            "plum", new Shades("#5c2a43", "#b88098"),
            "amber", new Shades("#8a5a12", "#dcb468"),
            "rust", new Shades("#7c3520", "#d1916f"),
            "sky", new Shades("#24536e", "#85b3c9"),
            "moss", new Shades("#46541c", "#a3b16a"),
            "clay", new Shades("#5f4334", "#b99781"));

    private Cover() {}

    static void put(Bound book) throws IOException {
        var key = book.volume().cover();
        var picture = key == null ? null : book.take(key, "cover-image");
        if (picture == null) {
            picture = "cover-image.svg";
            book.put(picture, drawn(book));
        }
        var title = Xhtml.escaped(book.volume().title());
        var words = picture.endsWith(".svg")
                ? ""
                : "<h1>" + title + "</h1><p>" + Xhtml.escaped(book.circle().name()) + "</p>";
        book.put(
                "cover.xhtml",
                Sheet.of(
                        book,
                        book.volume().title(),
                        "<section epub:type=\"cover\" class=\"cover\"><img src=\"%s\" alt=\"%s\"/>%s</section>"
                                .formatted(picture, title, words)));
    }

    /** Its letters are chosen by whoever shows it: every device that reads Chinese has some. */
    private static String drawn(Bound book) {
        var shades = SHADES.getOrDefault(book.circle().colour(), new Shades("#245b4c", "#7fb09c"));
        var svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600" viewBox="0 0 1200 1600" xml:lang="%s">\
                <defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0.2" stop-color="%s"/>\
                <stop offset="1" stop-color="%s"/></linearGradient></defs>\
                <rect width="1200" height="1600" fill="url(#ground)"/>\
                <rect x="72" y="72" width="1056" height="1456" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="3"/>\
                """.formatted(book.language().toLanguageTag(), shades.dark(), shades.light()));
        var size = book.volume().title().length() > 24 ? 88 : 116;
        var y = 420;
        for (var line : broken(book.volume().title(), size)) {
            words(svg, line, y, size, 700);
            y += size * 4 / 3;
        }
        svg.append("<rect x=\"120\" y=\"%d\" width=\"140\" height=\"6\" fill=\"#fff\" fill-opacity=\"0.8\"/>"
                .formatted(y - 30));
        words(svg, broken(book.circle().name(), 52).getFirst(), 1440, 52, 400);
        return svg.append("</svg>").toString();
    }

    private static void words(StringBuilder svg, String words, int y, int size, int weight) {
        svg.append(
                "<text x=\"120\" y=\"%d\" font-family=\"%s\" font-size=\"%d\" font-weight=\"%d\" fill=\"#fff\">%s</text>"
                        .formatted(
                                y,
                                "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, Palatino, serif",
                                size,
                                weight,
                                Xhtml.escaped(words)));
    }

    /** Lines that fit: SVG does not break them by itself. */
    static List<String> broken(String text, int size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var lastBreak = 0;
        for (var point : text.strip().codePoints().toArray()) {
            if (point == ' ' || point >= 0x2E80) {
                lastBreak = line.length();
            }
            line.appendCodePoint(point);
            if (width(line, size) > MOST_LINE) {
                var cut = lastBreak > 0 ? lastBreak : line.length() - Character.charCount(point);
                lines.add(line.substring(0, cut).strip());
                line.delete(0, cut);
                lastBreak = 0;
            }
        }
        lines.add(line.toString().strip());
        if (lines.size() > MOST_LINES) {
            lines.set(MOST_LINES - 1, lines.get(MOST_LINES - 1) + "…");
        }
        return lines.subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private static double width(CharSequence text, int size) {
        return text.codePoints()
                .mapToDouble(point -> size * (point >= 0x2E80 ? 1.0 : 0.56))
                .sum();
    }
}
