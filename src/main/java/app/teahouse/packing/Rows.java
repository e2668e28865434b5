package app.teahouse.packing;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Discretion;
import app.teahouse.luggage.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the rows of crates. */
@Component
public class Rows {
    private final Db db;
    private final NamedParameterJdbcTemplate template;
    private final Catalogue catalogue;
    private final JsonMapper json;
    private final ObjectProvider<Discretion> discretion;

    Rows(
            Db db,
            NamedParameterJdbcTemplate template,
            Catalogue catalogue,
            JsonMapper json,
            ObjectProvider<Discretion> discretion) {
        this.db = db;
        this.template = template;
        this.catalogue = catalogue;
        this.json = json;
        this.discretion = discretion;
    }

    /**
     * Some rows.
     *
     * @param rows without those of people who do not want it known what they read
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
        return new Page(crate.isDiscreet() ? spoken(circle, crate, rows) : rows, last);
    }

    /** Nothing is said by leaving it out. */
    private static ObjectNode bare(ObjectNode facts) {
        facts.removeNulls();
        return facts;
    }

    private List<Row> spoken(CircleId circle, Crate crate, List<Row> rows) {
        var key = crate.keys().stream()
                .filter(crate.people()::contains)
                .findFirst()
                .orElseThrow();
        var numbers = rows.stream().map(row -> row.number(key)).collect(Collectors.toSet());
        var accounts = accounts(circle, numbers);
        var silent = discretion.stream()
                .flatMap(room -> room.silent(accounts.values()).stream())
                .collect(Collectors.toSet());
        return silent.isEmpty()
                ? rows
                : rows.stream()
                        .filter(row -> !silent.contains(accounts.get(row.number(key))))
                        .toList();
    }

    public Map<Long, AccountId> accounts(CircleId circle, Set<Long> numbers) {
        record Known(long number, AccountId account) {}
        var accounts = new LinkedHashMap<Long, AccountId>();
        db.sql("""
                select number, account_id
                  from members.membership
                 where circle_id = :circle and number = any(:numbers)
                 order by number
                """)
                .with("circle", circle)
                .withNumbers("numbers", numbers)
                .all((row, n) -> new Known(row.getLong(1), new AccountId(Db.uuid(row, 2))))
                .forEach(known -> accounts.put(known.number(), known.account()));
        return accounts;
    }

    public long count(CircleId circle, Crate crate) {
        return Objects.requireNonNull(
                template.queryForObject(Sql.count(crate), Map.of("circle", circle.value()), Long.class));
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
                template.update(
                        Sql.hand(crate, column),
                        Map.of("circle", circle.value(), "from", from.value(), "to", to.value()));
            }
        }
    }
}
