package app.teahouse.directory;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A member's own line, as it is kept, and how its columns are read everywhere. */
@Component
class EntryRows {
    private final Db db;

    EntryRows(Db db) {
        this.db = db;
    }

    Optional<Entry> of(CircleId circle, AccountId account) {
        return db.sql("""
                select state, out_reason,
                       expertise, interests, region, place, offers, seeks, contact, link,
                       expertise_for, interests_for, place_for, offers_for, seeks_for, contact_for
                  from directory.entry
                 where circle_id = :circle and account_id = :account
                """).with("circle", circle).with("account", account).maybe((row, n) -> entry(row, 1));
    }

    /** @param first the column of the state; then follow the reason, eight columns of what is said and six of whom it is for */
    static Entry entry(ResultSet row, int first) throws SQLException {
        var said = new Said(
                Db.texts(row, first + 2),
                Db.texts(row, first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getString(first + 9));
        var audiences = new EnumMap<Field, Audience>(Field.class);
        var column = first + 10;
        for (var field : Field.values()) {
            audiences.put(field, Db.constant(Audience.class, row.getString(column)));
            column++;
        }
        return new Entry(
                Db.constant(Entry.State.class, row.getString(first)), said, audiences, row.getString(first + 1));
    }
}
