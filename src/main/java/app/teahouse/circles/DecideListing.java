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
        set(circle, approved ? Listing.APPROVED : Listing.REFUSED);
        var kind = approved ? CircleChanged.Kind.LISTED : CircleChanged.Kind.UNLISTED;
        events.publish(new CircleChanged(circle, kind, operator.account(), "", reason, clock.instant()));
    }

    /** Answers how it was until then; nobody else decides about it before this transaction ends. */
    @Transactional
    public Listing refuse(Operator operator, CircleId circle, String reason) {
        var was = db.sql("select listing from circles.circle where circle_id = :circle for no key update")
                .with("circle", circle)
                .maybe((row, n) -> Db.constant(Listing.class, row.getString(1)))
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
        decide(operator, circle, false, reason);
        return was;
    }

    /** Nobody else decides about it, freezes or closes it before this transaction ends. */
    @Transactional
    public void hold(CircleId circle) {
        db.sql("select 1 from circles.circle where circle_id = :circle for no key update")
                .with("circle", circle)
                .exists();
    }

    /** It waits again, or is kept out again: nobody reads that it was let in. */
    @Transactional
    public void putBack(Operator operator, CircleId circle, Listing was) {
        set(circle, was);
    }

    private void set(CircleId circle, Listing listing) {
        var found = db.sql("""
                update circles.circle
                   set listing = :listing, version = version + 1
                 where circle_id = :circle
                """).with("circle", circle).with("listing", listing).run();
        if (found == 0) {
            throw Refusal.notFound("circle.unknown");
        }
        circles.changed(circle);
    }
}
