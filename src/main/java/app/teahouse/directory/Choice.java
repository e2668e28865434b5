package app.teahouse.directory;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a circle has a directory. Those who lead it open and close it; what members wrote stays theirs meanwhile. */
@Component
public class Choice {
    private final Db db;

    Choice(Db db) {
        this.db = db;
    }

    boolean isOpen(CircleId circle) {
        return db.sql("select 1 from directory.choice where circle_id = :circle and open")
                .with("circle", circle)
                .exists();
    }

    /** @throws Refusal {@code directory.closed} */
    void mustBeOpen(CircleId circle) {
        if (!isOpen(circle)) {
            throw Refusal.notFound("directory.closed");
        }
    }

    @Transactional
    public void choose(Partner partner, boolean open) {
        db.sql("""
                insert into directory.choice (circle_id, open)
                values (:circle, :open)
                on conflict (circle_id) do update set open = excluded.open
                """).with("circle", partner.circle()).with("open", open).run();
    }
}
