package app.teahouse.imports;

import app.teahouse.content.KeepImported;
import app.teahouse.imports.RunView.Line;
import app.teahouse.imports.RunView.Odd;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads imports for their pages. */
@Component
class RunSheet {
    static final int LINES = 30;
    static final int ODDITIES = 100;
    private static final AwayView NO_PICTURES = new AwayView(0, 0, 0, 0, new Cursor<>(List.of(), null));

    private final Db db;
    private final KeepImported imported;
    private final AwaySheet awaySheet;

    RunSheet(Db db, KeepImported imported, AwaySheet awaySheet) {
        this.db = db;
        this.imported = imported;
        this.awaySheet = awaySheet;
    }

    RunView read(Staff staff, RunId run) {
        return read(staff, run, null);
    }

    /** @param after where the page before of pictures that are missing ended */
    RunView read(Staff staff, RunId run, @Nullable String after) {
        var bare = db.sql("""
                select run_id, state, file_name, made_at, total, done, same, away_pictures, away_hosts
                  from imports.run
                 where circle_id = :circle and run_id = :run
                """)
                .with("circle", staff.circle())
                .with("run", run)
                .maybe((row, n) -> view(row))
                .orElseThrow(() -> Refusal.notFound("import.unknown"));
        return new RunView(
                bare.id(),
                bare.state(),
                bare.fileName(),
                bare.madeAt(),
                bare.total(),
                bare.done(),
                bare.same(),
                bare.pictures(),
                bare.hosts(),
                bare.isReady() ? already(staff.circle(), run) : bare.same(),
                bare.isReady() ? articles(staff.circle(), run) : List.of(),
                bare.isRunning() ? List.of() : oddities(staff.circle(), run),
                bare.isReady() || bare.isRunning() ? NO_PICTURES : awaySheet.read(staff.circle(), run, after));
    }

    /** The latest imports, newest first. */
    List<RunView> latest(Staff staff) {
        return db.sql("""
                select run_id, state, file_name, made_at, total, done, same, away_pictures, away_hosts
                  from imports.run
                 where circle_id = :circle
                 order by run_id desc
                 limit 20
                """).with("circle", staff.circle()).all((row, n) -> view(row));
    }

    private static RunView view(ResultSet row) throws SQLException {
        return new RunView(
                Ids.text(new RunId(Db.uuid(row, 1))),
                row.getString(2),
                row.getString(3),
                Db.instant(row, 4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                0,
                List.of(),
                List.of(),
                NO_PICTURES);
    }

    private int already(CircleId circle, RunId run) {
        var keys =
                db.sql("""
                select path
                  from imports.article
                 where circle_id = :circle and run_id = :run
                 limit 10000
                """).with("circle", circle).with("run", run).all((row, n) -> BeginImport.key(row.getString(1)));
        return imported.known(circle, keys).size();
    }

    private List<Line> articles(CircleId circle, RunId run) {
        return db.sql("""
                select title, published_at, author
                  from imports.article
                 where circle_id = :circle and run_id = :run
                 order by position desc
                 limit :most
                """)
                .with("circle", circle)
                .with("run", run)
                .with("most", LINES)
                .all((row, n) -> new Line(row.getString(1), Db.instant(row, 2), row.getString(3)));
    }

    private List<Odd> oddities(CircleId circle, RunId run) {
        return db.sql("""
                select o.path, o.code, o.detail, a.title
                  from imports.oddity o
                  left join imports.article a
                    on a.circle_id = o.circle_id and a.run_id = o.run_id
                   and a.path = case when o.code = 'twice' then o.path || '.md' else o.path end
                 where o.circle_id = :circle and o.run_id = :run
                 order by o.oddity_id
                 limit :most
                """)
                .with("circle", circle)
                .with("run", run)
                .with("most", ODDITIES)
                .all((row, n) -> new Odd(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }
}
