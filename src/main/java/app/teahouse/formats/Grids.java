package app.teahouse.formats;

import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes tables. Cells hold a line each; what spans several stands in the first of them. */
final class Grids {
    private static final int MOST_COLUMNS = 30;

    private Grids() {}

    static List<String> of(Node table) {
        var rows = new ArrayList<List<String>>();
        rows(table, rows);
        var width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width == 0) {
            return List.of();
        }
        if (width > MOST_COLUMNS) {
            return rows.stream().map(row -> String.join(" · ", row)).toList();
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var cells = new ArrayList<>(row);
            cells.addAll(Collections.nCopies(width - row.size(), ""));
            lines.add("| " + String.join(" | ", cells) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        return List.of(String.join("\n", lines));
    }

    private static void rows(Node node, List<List<String>> rows) {
        for (var child : node.children()) {
            if (child.name().equals("tr")) {
                var cells = new ArrayList<String>();
                for (var cell : child.children()) {
                    if (cell.name().equals("td") || cell.name().equals("th")) {
                        cells.add(Phrases.of(cell.children())
                                .replaceAll("\\s*\\n\\s*", " ")
                                .strip());
                    }
                }
                rows.add(cells);
            } else if (!child.name().equals("table")) {
                rows(child, rows);
            }
        }
    }
}
