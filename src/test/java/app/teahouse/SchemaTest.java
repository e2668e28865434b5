package app.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.testing.Committed;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the whole data model to db/schema.sql, and holds it against the rules that let it be distributed. */
@TeahouseTest
@Tag("database15")
@Tag("database")
class SchemaTest {
    private static final Path FILE = Path.of("db/schema.sql");

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void every_table_can_be_distributed() throws IOException {
        var lint = new ClassPathResource("citus-lint.sql").getContentAsString(StandardCharsets.UTF_8);
        assertThat(jdbc.query(lint, (row, n) -> row.getString(1) + ": " + row.getString(2) + " " + row.getString(3)))
                .as(
                        "Tables that could not be distributed. Give each a comment such as 'dist:circle_id' or 'dist:account_id', and "
                                + "that column in its primary key and in every unique index; the rules stand in citus-lint.sql")
                .isEmpty();
    }

    /** A check that is added without holding up writers is validated by a migration of its own. */
    @Test
    void every_check_holds_for_all_rows() {
        assertThat(jdbc.queryForList("select conname from pg_constraint where not convalidated", String.class))
                .isEmpty();
    }

    /** If this fails, the file has just been written anew: look at the difference and commit it. */
    @Test
    void the_data_model_on_one_screen_is_up_to_date() throws IOException {
        Committed.assertSame(FILE, schema());
    }

    private String schema() {
        return "-- Written by SchemaTest from the migrations; do not edit.\n"
                + tables().stream().map(this::table).collect(Collectors.joining());
    }

    private record Table(String schema, String name, String comment) {}

    private List<Table> tables() {
        return jdbc.query("""
                select n.nspname, c.relname, coalesce(obj_description(c.oid, 'pg_class'), '')
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname not like 'pg\\_%'
                   and n.nspname not in ('information_schema', 'public')
                 order by n.nspname collate "C", c.relname collate "C"
                """, (row, n) -> new Table(row.getString(1), row.getString(2), row.getString(3)));
    }

    private String table(Table table) {
        var name = table.schema() + "." + table.name();
        return "\ncreate table " + name + " (  -- " + table.comment() + "\n    " + String.join(",\n    ", columns(name))
                + constraints(name) + "\n);\n" + indexes(name);
    }

    private List<String> columns(String table) {
        return jdbc.queryForList("""
                select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                       || case when a.attnotnull then ' not null' else '' end
                       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                  from pg_attribute a
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                 order by a.attnum
                """, String.class, table);
    }

    private String constraints(String table) {
        var all = jdbc.queryForList("""
                select pg_get_constraintdef(oid)
                  from pg_constraint
                 where conrelid = ?::regclass and contype <> 'n'
                 order by contype desc, pg_get_constraintdef(oid) collate "C"
                """, String.class, table);
        return all.isEmpty() ? "" : ",\n    " + String.join(",\n    ", all);
    }

    private String indexes(String table) {
        return jdbc.queryForList("""
                select pg_get_indexdef(i.indexrelid)
                  from pg_index i
                 where i.indrelid = ?::regclass
                   and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                 order by 1
                """, String.class, table).stream()
                .map(definition -> definition + ";\n")
                .collect(Collectors.joining());
    }
}
