package app.teahouse.imports;

import app.teahouse.away.PictureId;
import app.teahouse.imports.AwayView.Missing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what became of the pictures at other hosts that an import's articles show. */
@Component
class AwaySheet {
    static final int SIZE = 30;
    private static final UUID FIRST = new UUID(0, 0);

    private final Db db;

    AwaySheet(Db db) {
        this.db = db;
    }

    /** @param after where the page before ended, or null */
    AwayView read(CircleId circle, RunId run, @Nullable String after) {
        record Row(String state, int count) {}
        var counts = new HashMap<String, Integer>();
        db.sql("""
                select p.state, count(*)
                  from away.picture p
                 where p.circle_id = :circle
                   and p.picture_id in (select u.picture_id
                                          from imports.article a
                                          join away.use u on u.circle_id = a.circle_id and u.number = a.number
                                         where a.circle_id = :circle and a.run_id = :run)
                 group by p.state
                """)
                .with("circle", circle)
                .with("run", run)
                .all((row, n) -> new Row(row.getString(1), row.getInt(2)))
                .forEach(row -> counts.put(row.state(), row.count()));
        var failed = counts.getOrDefault("failed", 0);
        return new AwayView(
                counts.getOrDefault("known", 0),
                counts.getOrDefault("waiting", 0),
                counts.getOrDefault("fetched", 0),
                failed,
                failed == 0 ? new Cursor<>(List.of(), null) : missing(circle, run, after, SIZE));
    }

    Cursor<Missing> missing(CircleId circle, RunId run, @Nullable String after, int size) {
        var rows = db.sql("""
                select p.picture_id, p.address, p.host, p.reason, min(u.number)
                  from imports.article a
                  join away.use u on u.circle_id = a.circle_id and u.number = a.number
                  join away.picture p on p.circle_id = u.circle_id and p.picture_id = u.picture_id
                 where a.circle_id = :circle and a.run_id = :run and p.state = 'failed' and p.picture_id > :after
                 group by p.circle_id, p.picture_id
                 order by p.picture_id
                 limit :size
                """)
                .with("circle", circle)
                .with("run", run)
                .with("after", after == null ? FIRST : Ids.parse(after))
                .with("size", size + 1)
                .all((row, n) -> new Missing(
                        Ids.text(new PictureId(Db.uuid(row, 1))),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)));
        return Cursor.of(rows, size, Missing::id);
    }

    /** The posts of an import, those that were here before among them. */
    List<Long> numbers(Staff staff, RunId run) {
        if (!db.sql("select 1 from imports.run where circle_id = :circle and run_id = :run")
                .with("circle", staff.circle())
                .with("run", run)
                .exists()) {
            throw Refusal.notFound("import.unknown");
        }
        return db.sql("""
                select number
                  from imports.article
                 where circle_id = :circle and run_id = :run and number is not null
                 limit 10000
                """).with("circle", staff.circle()).with("run", run).all((row, n) -> row.getLong(1));
    }
}
