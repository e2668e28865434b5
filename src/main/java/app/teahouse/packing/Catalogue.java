package app.teahouse.packing;

import app.teahouse.kernel.Db;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the database itself says of the tables of circles. It does not change while the program runs. */
@Component
public class Catalogue {
    private final Db db;
    private final Map<String, List<Column>> columns = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> parents = new ConcurrentHashMap<>();

    Catalogue(Db db) {
        this.db = db;
    }

    /**
     * A column of a table.
     *
     * @param type as PostgreSQL names it
     */
    public record Column(String name, String type, boolean needed) {}

    /** All tables of circles: those that would be distributed by them. */
    public List<String> tables() {
        return db.sql("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and obj_description(c.oid, 'pg_class') = 'dist:circle_id'
                 order by 1
                """).all((row, n) -> row.getString(1));
    }

    /** Without the circle's own; in the order of their names, which is the same on every site. */
    public List<Column> columns(String table) {
        return columns.computeIfAbsent(
                table,
                name -> db.sql("""
                select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
                  from pg_attribute a
                 where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
                   and a.attname <> 'circle_id'
                 order by a.attname collate "C"
                """)
                        .with("table", name)
                        .all((row, n) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3))));
    }

    /** The tables that must have their rows before this one. */
    Set<String> parents(String table) {
        return parents.computeIfAbsent(table, name -> {
            var found = new HashSet<>(db.sql("""
                    select n.nspname || '.' || c.relname
                      from pg_constraint f
                      join pg_class c on c.oid = f.confrelid
                      join pg_namespace n on n.oid = c.relnamespace
                     where f.contype = 'f' and f.conrelid = cast(:table as regclass)
                    """).with("table", name).all((row, n) -> row.getString(1)));
            found.remove(name);
            return found;
        });
    }
}
