package app.teahouse.columns;

import app.teahouse.applications.Glimpse;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Onlooker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows on a circle's about page which columns members read; each leads to its public face, with its free previews. */
@Component
class ColumnGlimpses implements Glimpse.Source {
    private static final int MOST = 6;

    private final Db db;

    ColumnGlimpses(Db db) {
        this.db = db;
    }

    @Override
    public List<Glimpse> of(Onlooker onlooker) {
        return db.sql("""
                select number, name, promise
                  from columns.series
                 where circle_id = :circle and published_at is not null
                 order by number desc
                 limit :most
                """)
                .with("circle", onlooker.circle())
                .with("most", MOST)
                .all((row, n) -> new Glimpse(row.getString(2), "/columns/" + row.getLong(1), row.getString(3), ""));
    }
}
