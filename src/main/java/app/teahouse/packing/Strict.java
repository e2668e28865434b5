package app.teahouse.packing;

import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Row;
import app.teahouse.packing.Catalogue.Column;
import app.teahouse.packing.Unpack.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks at every value that comes in before it gets near the database. */
final class Strict {
    private static final int MOST_ELEMENTS = 1_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MOMENT =
            Pattern.compile("(?:19|20|21)\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-6]\\d(?:\\.\\d{1,6})?Z");

    private Strict() {}

    /**
     * Takes out what does not come in.
     *
     * @return the names that this site does not know
     * @throws app.teahouse.kernel.Refusal {@code luggage.bad-value}
     */
    static Set<String> check(Crate crate, List<Column> columns, Row row, Place place) {
        var wanted = new HashSet<String>();
        for (var column : columns) {
            if (Sql.leaves(crate, column)) {
                wanted.add(column.name());
                if (row.has(column.name()) && !isGood(crate, column, row.facts().get(column.name()))) {
                    throw place.wrong("luggage.bad-value", column.name());
                }
            }
        }
        var unknown = new HashSet<>(row.facts().propertyNames());
        unknown.removeAll(wanted);
        unknown.forEach(row.facts()::remove);
        return unknown;
    }

    private static boolean isGood(Crate crate, Column column, JsonNode value) {
        var name = column.name();
        if (column.type().endsWith("[]")) {
            return value.isArray()
                    && value.size() <= MOST_ELEMENTS
                    && value.valueStream().allMatch(one -> isGood(crate, element(column), one));
        }
        if (crate.people().contains(name)) {
            return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0;
        }
        if (crate.files().contains(name) || crate.pictures().contains(name)) {
            return value.isString() && value.asString().length() <= 200;
        }
        return switch (column.type()) {
            case "uuid" -> value.isString() && ID.matcher(value.asString()).matches();
            case "timestamp with time zone" ->
                value.isString() && MOMENT.matcher(value.asString()).matches();
            case "bigint", "integer", "smallint" -> value.isIntegralNumber() && value.canConvertToLong();
            case "boolean" -> value.isBoolean();
            case "text" -> isText(value, crate.most(name)) && crate.isGood(name, value.asString());
            default -> (value.isString() && isText(value, 200)) || value.isNumber() || value.isBoolean();
        };
    }

    private static Column element(Column column) {
        return new Column(
                column.name(), column.type().substring(0, column.type().length() - 2), column.needed());
    }

    /** PostgreSQL knows no zero, and half of a surrogate pair is no character. */
    private static boolean isText(JsonNode value, int most) {
        if (!value.isString()) {
            return false;
        }
        var text = value.asString();
        return text.codePointCount(0, text.length()) <= most
                && text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** Members' numbers become accounts. */
    static void people(Crate crate, List<Column> columns, Row row, Arrival arrival) {
        for (var column : columns) {
            var name = column.name();
            if (crate.people().contains(name) && row.has(name)) {
                if (column.type().equals("uuid[]")) {
                    var accounts = row.facts()
                            .get(name)
                            .valueStream()
                            .map(one -> arrival.account(one.asLong()).value().toString())
                            .toList();
                    row.set(name, accounts);
                } else {
                    row.set(name, arrival.account(row.number(name)).value().toString());
                }
            }
        }
    }
}
