package app.teahouse.circles;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a circle read-only: everything can be read, nothing added, nobody joins. It can be opened again. */
@Component
class ArchiveCircle {
    private final Db db;
    private final Circles circles;

    ArchiveCircle(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    @Transactional
    void archive(Partner partner) {
        var archived = db.sql("""
                update circles.circle
                   set state = 'archived', version = version + 1
                 where circle_id = :circle and state = 'active'
                """).with("circle", partner.circle()).run();
        refuseUnless(archived == 1, "circle.not-active");
        circles.changed(partner.circle());
    }

    @Transactional
    void open(Partner partner) {
        var opened = db.sql("""
                update circles.circle
                   set state = 'active', version = version + 1
                 where circle_id = :circle and state = 'archived'
                """).with("circle", partner.circle()).run();
        refuseUnless(opened == 1, "circle.not-archived");
        circles.changed(partner.circle());
    }

    private static void refuseUnless(boolean holds, String code) {
        if (!holds) {
            throw Refusal.conflict(code);
        }
    }
}
