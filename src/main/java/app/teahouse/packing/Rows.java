package app.teahouse.packing;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the rows of crates. */
@Component
public class Rows {
    private static final long COUNTED = 50_000;

    private final NamedParameterJdbcTemplate template;
    private final Catalogue catalogue;
    private final JsonMapper json;

    Rows(NamedParameterJdbcTemplate template, Catalogue catalogue, JsonMapper json) {
        this.template = template;
        this.catalogue = catalogue;
        this.json = json;
    }

    /**
     * Some rows.
     *
     * @param last the keys of the last one read; empty if there are no more
     */
    public record Page(List<Row> rows, List<String> last) {}

    /** @param after the keys of the row before; empty for the first page */
    public Page next(CircleId circle, Crate crate, List<String> after) {
        var columns = catalogue.columns(crate.table());
        var values = new HashMap<String, Object>(Map.of("circle", circle.value(), "most", crate.atOnce()));
        for (var i = 0; i < after.size(); i++) {
            values.put("a" + i, after.get(i));
        }
        var rows = template.queryForList(Sql.read(crate, columns, !after.isEmpty()), values, String.class).stream()
                .map(text -> new Row(bare((ObjectNode) json.readTree(text))))
                .toList();
        var last = rows.size() < crate.atOnce() || crate.keys().isEmpty()
                ? List.<String>of()
                : crate.keys().stream()
                        .map(key -> rows.getLast().facts().get(key).asString())
                        .toList();
        return new Page(rows, last);
    }

    /** Nothing is said by leaving it out. */
    private static ObjectNode bare(ObjectNode facts) {
        facts.removeNulls();
        return facts;
    }

    /** How many rows there are: exactly if they are few, and beyond {@link #COUNTED} what PostgreSQL takes for likely. */
    public long count(CircleId circle, Crate crate) {
        var values = Map.of("circle", circle.value(), "most", COUNTED);
        var counted = number(template.queryForObject(
                "select count(*) from (" + Sql.all(crate) + " limit :most) x", values, Long.class));
        if (counted < COUNTED) {
            return counted;
        }
        var plan = template.queryForObject("explain (format json) " + Sql.all(crate), values, String.class);
        return Math.max(
                counted,
                json.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong(0));
    }

    private static long number(@Nullable Long counted) {
        return Objects.requireNonNull(counted);
    }

    /** Writes rows that are complete; a column that no row has begins as in any new row. */
    void write(CircleId circle, Crate crate, List<Row> rows) {
        var present = new HashSet<String>();
        rows.forEach(row -> present.addAll(row.facts().propertyNames()));
        var columns = catalogue.columns(crate.table()).stream()
                .filter(column -> present.contains(column.name()))
                .toList();
        var array = json.createArrayNode();
        rows.forEach(row -> array.add(row.facts()));
        template.update(Sql.write(crate, columns), Map.of("circle", circle.value(), "rows", array.toString()));
    }

    /** Whatever is the placeholder's in this crate becomes the person's. */
    public void hand(CircleId circle, Crate crate, AccountId from, AccountId to) {
        for (var column : catalogue.columns(crate.table())) {
            if (crate.people().contains(column.name())) {
                var who = Map.of("circle", circle.value(), "from", from.value(), "to", to.value());
                if (crate.keys().contains(column.name())) {
                    template.update(Sql.giveWay(crate, column), who);
                }
                template.update(Sql.hand(crate, column), who);
            }
        }
    }
}
