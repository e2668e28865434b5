package app.teahouse.exits;

import app.teahouse.exits.Fitting.Spot;
import app.teahouse.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits tables: a caption, rows of headings, rows, rows at the end, and cells in each. */
final class Tables {
    private final Fitting fitting;

    Tables(Fitting fitting) {
        this.fitting = fitting;
    }

    /** The rows by where they stand, while they are gathered. */
    private static final class Rows {
        private final List<Node> head = new ArrayList<>();
        private final List<Node> body = new ArrayList<>();
        private final List<Node> foot = new ArrayList<>();
        private final List<Node> captions = new ArrayList<>();
    }

    List<Node> fit(Node table, Spot spot) {
        var rows = new Rows();
        gather(table, rows, rows.body, spot);
        var parts = new ArrayList<Node>();
        if (!rows.captions.isEmpty()) {
            parts.add(Node.of("caption", rows.captions));
        }
        add(parts, "thead", rows.head);
        add(parts, "tbody", rows.body);
        add(parts, "tfoot", rows.foot);
        if (rows.head.isEmpty() && rows.body.isEmpty() && rows.foot.isEmpty()) {
            return rows.captions.isEmpty() ? List.of() : List.of(Node.of("p", rows.captions));
        }
        return List.of(Node.of("table", parts));
    }

    private static void add(List<Node> parts, String name, List<Node> rows) {
        if (!rows.isEmpty()) {
            parts.add(Node.of(name, rows));
        }
    }

    private void gather(Node parent, Rows rows, List<Node> into, Spot spot) {
        for (var child : parent.children()) {
            switch (child.name()) {
                case "thead" -> gather(child, rows, rows.head, spot);
                case "tfoot" -> gather(child, rows, rows.foot, spot);
                case "tbody" -> gather(child, rows, rows.body, spot);
                case "caption" -> rows.captions.addAll(fitting.fit(child.children(), spot.line()));
                case "tr" -> row(child, into, spot);
                default -> {
                    if (!child.isBlank()) {
                        row(Node.of("tr", child), into, spot);
                    }
                }
            }
        }
    }

    private void row(Node row, List<Node> into, Spot spot) {
        var cells = new ArrayList<Node>();
        for (var child : row.children()) {
            if (child.name().equals("td") || child.name().equals("th")) {
                cells.add(sided(
                        child, fitting.fit(child.children(), child.name().equals("th") ? spot.line() : spot.flow())));
            } else if (!child.isBlank()) {
                cells.add(Node.of("td", fitting.fit(List.of(child), spot.flow())));
            }
        }
        if (!cells.isEmpty()) {
            into.add(Node.of("tr", cells));
        }
    }

    /** To which side a column leans was an attribute once, and is a class now. */
    private Node sided(Node cell, List<Node> children) {
        var dressed = fitting.dressed(cell, children);
        var side = cell.get("align");
        return side.isEmpty() ? dressed : dressed.with("class", "to-" + side.toLowerCase(Locale.ROOT));
    }
}
