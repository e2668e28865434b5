package app.teahouse.exits;

import app.teahouse.text.Node;
import java.util.Set;

/** Writes trees and words as XHTML: every browser reads it as HTML too. What XML cannot hold is left out. */
public final class Xhtml {
    static final Set<String> VOID = Set.of("img", "br", "hr", "wbr", "input", "source", "embed");

    private Xhtml() {}

    static void write(Node node, StringBuilder out) {
        if (node.isWords()) {
            escape(node.words(), out);
            return;
        }
        out.append('<').append(node.name());
        node.attributes().forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value, out);
            out.append('"');
        });
        if (VOID.contains(node.name())) {
            out.append("/>");
            return;
        }
        out.append('>');
        node.children().forEach(child -> write(child, out));
        out.append("</").append(node.name()).append('>');
    }

    /** Words as they may stand in an element or between quotation marks. */
    public static String escaped(String words) {
        var out = new StringBuilder(words.length() + 16);
        escape(words, out);
        return out.toString();
    }

    private static void escape(String words, StringBuilder out) {
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (isXml(point)) {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
    }

    /** XML 1.0, section 2.2, without what it advises against. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point < 0x7F)
                || point == 0x85
                || (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xE000 && point < 0xFDD0)
                || (point > 0xFDEF && point <= 0xFFFD)
                || (point >= 0x10000 && (point & 0xFFFE) != 0xFFFE);
    }
}
