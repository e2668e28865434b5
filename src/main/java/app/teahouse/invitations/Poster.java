package app.teahouse.invitations;

import app.teahouse.kernel.Face;
import app.teahouse.sharing.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Draws an invitation's poster as SVG: the circle's colour, its name and promise, the QR code. Its browser chooses the fonts. */
@Component
class Poster {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1440;
    private static final double MOST_LINE = 860;

    /** From dark to light, as the stylesheet has a circle's cover. */
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

    String draw(Face face, QrCode code, String scan, String site) {
        var shades = SHADES.getOrDefault(face.colour(), new Shades("#245b4c", "#7fb09c"));
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" lang=\"%s\">"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, face.language().toLanguageTag()));
        ground(svg, shades);
        var y = lines(svg, broken(face.name(), 84), 260, 84, 104, true);
        lines(svg, broken(face.promise(), 42), y + 40, 42, 64, false);
        code(svg, code, shades);
        words(svg, scan, 1290, 36, 0.92);
        words(svg, site, 1350, 28, 0.7);
        return svg.append("</svg>").toString();
    }

    private static void ground(StringBuilder svg, Shades shades) {
        svg.append("""
                <defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0.15" stop-color="%s"/>\
                <stop offset="1" stop-color="%s"/></linearGradient>\
                <radialGradient id="light" cx="0.9" cy="0" r="1"><stop offset="0" stop-color="#fff7e1" stop-opacity="0.5"/>\
                <stop offset="0.6" stop-color="#fff7e1" stop-opacity="0"/></radialGradient></defs>\
                <rect width="1080" height="1440" fill="url(#ground)"/><rect width="1080" height="1440" fill="url(#light)"/>\
                """.formatted(shades.dark(), shades.light()));
        for (var i = 0; i < 5; i++) {
            svg.append(
                    "<circle cx=\"940\" cy=\"1500\" r=\"%d\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\"0.12\" stroke-width=\"3\"/>"
                            .formatted(240 + i * 130));
        }
    }

    private static void code(StringBuilder svg, QrCode code, Shades shades) {
        var scale = 440.0 / (code.size() + 8);
        svg.append("<rect x=\"300\" y=\"740\" width=\"480\" height=\"480\" rx=\"40\" fill=\"#fff\"/>");
        svg.append("<g transform=\"translate(%.2f %.2f) scale(%.4f)\"><path d=\"%s\" fill=\"%s\"/></g>"
                .formatted(320 + 4 * scale, 760 + 4 * scale, scale, code.path(), shades.dark()));
    }

    /** Writes lines from a height on; answers where the next one would stand. */
    private static int lines(StringBuilder svg, List<String> lines, int from, int size, int height, boolean serif) {
        var y = from;
        for (var line : lines) {
            svg.append(
                    "<text x=\"110\" y=\"%d\" font-family=\"%s\" font-size=\"%d\" font-weight=\"%d\" fill=\"#fff\">%s</text>"
                            .formatted(
                                    y,
                                    serif
                                            ? "Palatino, 'Songti SC', 'Noto Serif CJK SC', serif"
                                            : "system-ui, sans-serif",
                                    size,
                                    serif ? 700 : 400,
                                    HtmlUtils.htmlEscape(line, "UTF-8")));
            y += height;
        }
        return y;
    }

    private static void words(StringBuilder svg, String words, int y, int size, double strength) {
        svg.append(
                "<text x=\"540\" y=\"%d\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-size=\"%d\" fill=\"#fff\" fill-opacity=\"%.2f\">%s</text>"
                        .formatted(y, size, strength, HtmlUtils.htmlEscape(words, "UTF-8")));
    }

    /** Breaks words into at most four lines that fit: SVG does not break lines by itself. */
    static List<String> broken(String text, int size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var width = 0.0;
        var lastBreak = -1;
        for (var c : text.codePoints().toArray()) {
            if (c == ' ') {
                lastBreak = line.length();
            } else if (isWide(c)) {
                lastBreak = line.length();
            }
            line.appendCodePoint(c);
            width += size * (isWide(c) ? 1.0 : 0.56);
            if (width > MOST_LINE) {
                var cut = lastBreak > 0 ? lastBreak : line.length() - Character.charCount(c);
                lines.add(line.substring(0, cut).strip());
                line.delete(0, cut);
                width = width(line, size);
                lastBreak = -1;
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines.size() <= 4 ? lines : shortened(lines);
    }

    private static List<String> shortened(List<String> lines) {
        var four = new ArrayList<>(lines.subList(0, 4));
        four.set(3, four.get(3) + "…");
        return four;
    }

    private static double width(CharSequence text, int size) {
        return text.codePoints()
                .mapToDouble(c -> size * (isWide(c) ? 1.0 : 0.56))
                .sum();
    }

    private static boolean isWide(int c) {
        return c >= 0x2E80;
    }
}
