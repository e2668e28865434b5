package app.teahouse.circles;

import app.teahouse.circles.Circle.Listing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets a circle into discovery, or keeps it out. The circle itself goes on as it is. */
@Component
public class DecideListing {
    private final Db db;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    DecideListing(Db db, Circles circles, Events events, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void decide(Operator operator, CircleId circle, boolean approved, String reason) {
        var found = db.sql("""
                update circles.circle
                   set listing = :listing, version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", circle)
                .with("listing", approved ? Listing.APPROVED : Listing.REFUSED)
                .run();
        if (found == 0) {
            throw Refusal.notFound("circle.unknown");
        }
        circles.changed(circle);
        var kind = approved ? CircleChanged.Kind.LISTED : CircleChanged.Kind.UNLISTED;
        events.publish(new CircleChanged(circle, kind, operator.account(), "", reason, clock.instant()));
    }
}
