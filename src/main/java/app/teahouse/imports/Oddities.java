package app.teahouse.imports;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;

/** The one statement that notes what was odd. */
final class Oddities {
    private Oddities() {}

    static void note(Db db, CircleId circle, RunId run, Plan.Oddity odd) {
        db.sql("""
                insert into imports.oddity (circle_id, run_id, oddity_id, path, code, detail)
                values (:circle, :run, :id, :path, :code, :detail)
                """)
                .with("circle", circle)
                .with("run", run)
                .with("id", Ids.next())
                .with("path", odd.path())
                .with("code", odd.code())
                .with("detail", odd.detail().length() > 300 ? odd.detail().substring(0, 300) : odd.detail())
                .run();
    }
}
