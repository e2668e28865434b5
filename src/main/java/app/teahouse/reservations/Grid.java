package app.teahouse.reservations;

import app.teahouse.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table (RFC 4180, with any mark between cells) and says on which line each begins. A mark of quotation that
 * is never closed would swallow the rest of the file, so a cell has an end.
 */
final class Grid {
    static final int LONGEST_CELL = 4_000;
    private static final int MOST_CELLS = 200;

    private final String text;
    private final char between;
    private int at;
    private int line = 1;

    Grid(String text, char between) {
        this.text = text;
        this.between = between;
    }

    record Row(int line, List<String> cells) {}

    /**
     * The next row that is not empty, or null at the end.
     *
     * @throws Refusal {@code reservation.open-quote}, {@code reservation.cell-too-long}, {@code reservation.too-many-cells}
     */
    @Nullable
    Row next() {
        while (at < text.length()) {
            var row = row();
            if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
                return row;
            }
        }
        return null;
    }

    private Row row() {
        var first = line;
        var cells = new ArrayList<String>();
        do {
            cells.add(cell(first));
            if (cells.size() > MOST_CELLS) {
                throw wrong("reservation.too-many-cells", first);
            }
        } while (passed(between));
        endLine();
        return new Row(first, cells);
    }

    private boolean passed(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void endLine() {
        if (passed('\r')) {
            passed('\n');
            line++;
        } else if (passed('\n')) {
            line++;
        }
    }

    private String cell(int first) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        var cell = new StringBuilder();
        if (passed('"')) {
            quoted(cell, first);
        }
        // What stands behind a closing mark belongs to the cell, as spreadsheets read it.
        while (at < text.length() && !isEnd(text.charAt(at))) {
            add(cell, text.charAt(at++), "reservation.cell-too-long", first);
        }
        return plain(cell);
    }

    private void quoted(StringBuilder cell, int first) {
        while (at < text.length()) {
            var one = text.charAt(at++);
            if (one == '"' && !passed('"')) {
                return;
            }
            if (one == '\n' || (one == '\r' && (at == text.length() || text.charAt(at) != '\n'))) {
                line++;
            }
            add(cell, one, "reservation.open-quote", first);
        }
        throw wrong("reservation.open-quote", first);
    }

    private static void add(StringBuilder cell, char one, String code, int line) {
        if (cell.length() >= LONGEST_CELL) {
            throw wrong(code, line);
        }
        cell.append(one);
    }

    private boolean isEnd(char one) {
        return one == between || one == '\n' || one == '\r';
    }

    /** In one line, without what is not seen. */
    private static String plain(StringBuilder cell) {
        var plain = new StringBuilder();
        cell.codePoints()
                .map(one -> Character.isWhitespace(one) ? ' ' : one)
                .filter(one -> !Character.isISOControl(one) && Character.getType(one) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static Refusal wrong(String code, int line) {
        return Refusal.invalid("file", code).with("line", line);
    }
}
