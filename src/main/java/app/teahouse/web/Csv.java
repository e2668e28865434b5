package app.teahouse.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a table for spreadsheets (RFC 4180). What a spreadsheet would take for a formula is written as the text it is. */
public final class Csv {
    /** First in the file, so that spreadsheets read it as UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final int MOST_DIGITS = 11;

    private Csv() {}

    /** A table, from its heads to its last line. */
    public interface Table {
        void write(Writer out) throws IOException;
    }

    /**
     * Sends a table while it is read, so nothing is built up in memory. What is refused before the first lines are full is answered like
     * any refusal; what fails later breaks the download off, so that nobody takes half a table for a whole.
     *
     * @param name of the file, without its ending; letters, digits and hyphens
     */
    public static void send(HttpServletResponse response, String name, Table table) throws IOException {
        // Closed only when all is written: closing would send the half that is there.
        var out = new BufferedWriter(new OutputStreamWriter(new Download(response, name), StandardCharsets.UTF_8));
        out.write(MARK);
        table.write(out);
        out.flush();
    }

    /** Becomes a file to take away with its first byte. */
    private static final class Download extends OutputStream {
        private final HttpServletResponse response;
        private final String name;
        private @Nullable OutputStream body;

        Download(HttpServletResponse response, String name) {
            this.response = response;
            this.name = name;
        }

        private OutputStream body() throws IOException {
            if (body == null) {
                response.setContentType("text/csv;charset=utf-8");
                response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
                response.setHeader("Cache-Control", "no-store");
                body = response.getOutputStream();
            }
            return body;
        }

        @Override
        public void write(int one) throws IOException {
            body().write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            body().write(bytes, from, many);
        }
    }

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
