package app.teahouse.packing;

import app.teahouse.luggage.Crate;
import app.teahouse.packing.Catalogue.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the statements together that read and write the rows of a crate: of the literals that its room declares and of the names that
 * the catalogue has, never of anything that came in (docs/decisions/0097).
 */
final class Sql {
    private Sql() {}

    /** Rows as JSON, in the order of the keys; {@code :circle}, {@code :most}, and {@code :a0} … if {@code onward}. */
    static String read(Crate crate, List<Column> columns, boolean onward) {
        var joins = new StringBuilder();
        var keys = new ArrayList<String>();
        var bounds = new ArrayList<String>();
        for (var i = 0; i < crate.keys().size(); i++) {
            var column = column(columns, crate.keys().get(i));
            var known = crate.people().contains(column.name());
            if (known) {
                joins.append("\n  join members.membership m_")
                        .append(column.name())
                        .append(" on m_")
                        .append(column.name())
                        .append(".circle_id = t.circle_id and m_")
                        .append(column.name())
                        .append(".account_id = t.")
                        .append(column.name());
            }
            keys.add(
                    known
                            ? "m_" + column.name() + ".number"
                            : "t." + column.name() + (column.type().equals("text") ? " collate \"C\"" : ""));
            bounds.add("cast(:a" + i + " as " + (known ? "bigint" : column.type()) + ")");
        }
        var sql = new StringBuilder("select row_to_json(x)::text from (\nselect ")
                .append(columns.stream()
                        .filter(column -> leaves(crate, column))
                        .map(column -> expression(crate, column) + " as \"" + column.name() + "\"")
                        .collect(Collectors.joining(",\n       ")))
                .append("\n  from ")
                .append(crate.table())
                .append(" t")
                .append(joins)
                .append("\n where t.circle_id = :circle");
        if (!crate.only().isEmpty()) {
            sql.append("\n   and ").append(crate.only());
        }
        if (crate.isDiscreet()) {
            crate.keys().stream()
                    .filter(crate.people()::contains)
                    .forEach(key -> sql.append("\n   and not m_").append(key).append(".discreet"));
        }
        if (onward && !keys.isEmpty()) {
            // The first key once more, so that its index leads there.
            sql.append("\n   and ").append(keys.getFirst()).append(" >= ").append(bounds.getFirst());
            sql.append("\n   and (").append(String.join(", ", keys)).append(") > (");
            sql.append(String.join(", ", bounds)).append(")");
        }
        if (!keys.isEmpty()) {
            sql.append("\n order by ").append(String.join(", ", keys));
        }
        return sql.append("\n limit :most) x").toString();
    }

    static boolean leaves(Crate crate, Column column) {
        return !crate.made().contains(column.name()) && !crate.left().containsKey(column.name());
    }

    private static Column column(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no column " + name));
    }

    private static String expression(Crate crate, Column column) {
        var plain = "t." + column.name();
        if (crate.people().contains(column.name())) {
            return people(crate, column, plain);
        }
        var as = crate.as().get(column.name());
        if (column.type().equals("timestamp with time zone")) {
            return "to_char((" + (as == null ? plain : as)
                    + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        }
        return as == null ? plain : as;
    }

    private static String people(Crate crate, Column column, String plain) {
        if (crate.keys().contains(column.name())) {
            return "m_" + column.name() + ".number";
        }
        if (column.type().equals("uuid[]")) {
            return "(select coalesce(json_agg(coalesce(m.number, 0) order by o.n), '[]')"
                    + " from unnest(" + plain + ") with ordinality as o (id, n)"
                    + " left join members.membership m on m.circle_id = t.circle_id and m.account_id = o.id)";
        }
        return "case when " + plain + " is not null then coalesce((select m.number from members.membership m"
                + " where m.circle_id = t.circle_id and m.account_id = " + plain + "), 0) end";
    }

    static String all(Crate crate) {
        return "select 1 from " + crate.table() + " t where t.circle_id = :circle"
                + (crate.only().isEmpty() ? "" : " and " + crate.only());
    }

    /** Writes {@code :rows}, a JSON array of objects with these columns. */
    static String write(Crate crate, Collection<Column> columns) {
        var names = columns.stream().map(column -> '"' + column.name() + '"').toList();
        return "insert into " + crate.table() + " (circle_id, " + String.join(", ", names) + ")\nselect :circle, "
                + names.stream().map(name -> "x." + name).collect(Collectors.joining(", "))
                + "\n  from jsonb_to_recordset(cast(:rows as jsonb)) as x ("
                + columns.stream()
                        .map(column -> '"' + column.name() + "\" " + column.type())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** Of a person and their placeholder only one can have a row by such a key: what came with the circle stays. */
    static String giveWay(Crate crate, Column column) {
        return "delete from " + crate.table() + " t\n where t.circle_id = :circle and t." + column.name()
                + " = :to\n   and exists (select 1 from " + crate.table() + " o\n where o.circle_id = :circle and o."
                + column.name() + " = :from"
                + crate.keys().stream()
                        .filter(key -> !key.equals(column.name()))
                        .map(key -> " and o." + key + " = t." + key)
                        .collect(Collectors.joining())
                + ")";
    }

    /** Gives what is a placeholder's to the person behind it. */
    static String hand(Crate crate, Column column) {
        return column.type().equals("uuid[]")
                ? "update " + crate.table() + " set " + column.name() + " = array_replace(" + column.name()
                        + ", cast(:from as uuid), cast(:to as uuid))\n where circle_id = :circle and "
                        + column.name() + " @> array[cast(:from as uuid)]"
                : "update " + crate.table() + " set " + column.name() + " = :to\n where circle_id = :circle and "
                        + column.name() + " = :from";
    }
}
