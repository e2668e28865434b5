package app.teahouse.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys, taken away while a table is filled: checked row by row they would take most of the time. */
record Keys(String table, String name, String definition) {

    static List<Keys> drop(Connection database) throws SQLException {
        var all = new ArrayList<Keys>();
        try (var query = database.createStatement()) {
            var rows = query.executeQuery("""
                    select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
                      from pg_constraint c
                      join pg_class t on t.oid = c.conrelid
                     where c.contype = 'f' and pg_get_userbyid(t.relowner) = current_user
                    """);
            while (rows.next()) {
                all.add(new Keys(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            for (var key : all) {
                query.execute("alter table " + key.table + " drop constraint " + key.name);
            }
        }
        return all;
    }

    static void restore(Connection database, List<Keys> all) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var key : all) {
                statement.execute("alter table " + key.table + " add constraint " + key.name + " " + key.definition);
            }
        }
    }
}
