package app.teahouse.endings;

import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a circle read-only: everything can be read, nothing added, nobody joins. It can be opened again. */
@Component
public class ArchiveCircle {
    private final CircleRow row;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    ArchiveCircle(CircleRow row, Circles circles, Events events, Clock clock) {
        this.row = row;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void archive(Partner partner) {
        refuseUnless(row.archive(partner), "circle.not-active");
        tell(partner, CircleChanged.Kind.ARCHIVED);
    }

    @Transactional
    public void open(Partner partner) {
        refuseUnless(row.open(partner), "circle.not-archived");
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
