package app.teahouse.exports;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads exports for their pages. */
@Component
class ExportSheet {
    private final Db db;
    private final ExportFiles files;

    ExportSheet(Db db, ExportFiles files) {
        this.db = db;
        this.files = files;
    }

    /** The latest exports, newest first. */
    List<ExportView> latest(Owner owner) {
        return db.sql("""
                select run_id, state, made_at, key_check is not null, done, total, bytes, expires_at
                  from exports.run
                 where circle_id = :circle
                 order by run_id desc
                 limit 10
                """).with("circle", owner.circle()).all((row, n) -> view(row));
    }

    ExportView one(Owner owner, RunId run) {
        return db.sql("""
                select run_id, state, made_at, key_check is not null, done, total, bytes, expires_at
                  from exports.run
                 where circle_id = :circle and run_id = :run
                """)
                .with("circle", owner.circle())
                .with("run", run)
                .maybe((row, n) -> view(row))
                .orElseThrow(ExportSheet::unknown);
    }

    /** @throws Refusal {@code export.unknown}, also once it has expired */
    Path file(Owner owner, RunId run) {
        if (!one(owner, run).isDone()) {
            throw unknown();
        }
        return files.file(run);
    }

    private static Refusal unknown() {
        return Refusal.notFound("export.unknown");
    }

    private static ExportView view(ResultSet row) throws SQLException {
        return new ExportView(
                Ids.text(new RunId(Db.uuid(row, 1))),
                row.getString(2),
                Db.instant(row, 3),
                row.getBoolean(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                Db.maybeInstant(row, 8));
    }
}
