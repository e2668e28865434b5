package app.teahouse.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines of a table for spreadsheets (RFC 4180). What a spreadsheet would take for a formula is written as the text it is. */
public final class Csv {
    /** First in the file, so that spreadsheets read it as UTF-8. */
    public static final String MARK = "\uFEFF";

    private static final int MOST_DIGITS = 11;

    private Csv() {}

    public static void line(Writer out, List<String> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** A number that is a name, such as an account's: of more digits than these a spreadsheet rounds the last, so it is written as a text. */
    public static String digits(String name) {
        return name.length() > MOST_DIGITS && name.chars().allMatch(Character::isDigit) ? "'" + name : name;
    }

    /** Names and remarks are typed by members: one that begins like a formula gets an apostrophe before it. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?")
                ? "'" + text
                : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
