package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a circle that came in brought along and takes along again: its first id, and the marks of members who are not back yet. */
@Component
public class Origins {
    private final Db db;

    Origins(Db db) {
        this.db = db;
    }

    /** The circle's first id, whatever sites it has been on. */
    public UUID of(CircleId circle) {
        return db.sql("select origin from arrivals.arrival where circle_id = :circle")
                .with("circle", circle)
                .maybe((row, n) -> Db.uuid(row, 1))
                .orElse(circle.value());
    }

    /** Marks that were made with the passphrase that {@code check} knows, by the members' numbers. */
    public Map<Long, String> marks(CircleId circle, String check, Collection<Long> numbers) {
        record Row(long number, String mark) {}
        var marks = new HashMap<Long, String>();
        db.sql("""
                select p.number, p.mark
                  from arrivals.place p
                  join arrivals.arrival a on a.circle_id = p.circle_id
                 where p.circle_id = :circle and p.number = any(:numbers) and p.state = 'open' and a.key_check = :check
                """)
                .with("circle", circle)
                .withNumbers("numbers", numbers)
                .with("check", check)
                .all((row, n) -> new Row(row.getLong(1), row.getString(2)))
                .forEach(row -> marks.put(row.number(), row.mark()));
        return marks;
    }
}
