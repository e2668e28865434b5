package app.teahouse.circles;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a circle read-only: everything can be read, nothing added, nobody joins. It can be opened again. */
@Component
class ArchiveCircle {
    private final Db db;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    ArchiveCircle(Db db, Circles circles, Events events, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void archive(Partner partner) {
        var archived = db.sql("""
                update circles.circle
                   set state = 'archived', version = version + 1
                 where circle_id = :circle and state = 'active'
                """).with("circle", partner.circle()).run();
        refuseUnless(archived == 1, "circle.not-active");
        tell(partner, CircleChanged.Kind.ARCHIVED);
    }

    @Transactional
    void open(Partner partner) {
        var opened = db.sql("""
                update circles.circle
                   set state = 'active', version = version + 1
                 where circle_id = :circle and state = 'archived'
                """).with("circle", partner.circle()).run();
        refuseUnless(opened == 1, "circle.not-archived");
        tell(partner, CircleChanged.Kind.UNARCHIVED);
    }

    private void tell(Partner partner, CircleChanged.Kind kind) {
        circles.changed(partner.circle());
        events.publish(new CircleChanged(partner.circle(), kind, partner.account(), "", "", clock.instant()));
    }

    private static void refuseUnless(boolean holds, String code) {
        if (!holds) {
            throw Refusal.conflict(code);
        }
    }
}
