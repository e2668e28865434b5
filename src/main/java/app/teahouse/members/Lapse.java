package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A membership is over because its time is. Everything stays where it was, for whoever comes back. */
@Component
public class Lapse {
    private final Db db;
    private final Circles circles;
    private final Validity validity;
    private final Pulse pulse;
    private final Events events;
    private final Findable findable;

    Lapse(Db db, Circles circles, Validity validity, Pulse pulse, Events events, Findable findable) {
        this.db = db;
        this.circles = circles;
        this.validity = validity;
        this.pulse = pulse;
        this.events = events;
        this.findable = findable;
    }

    /** Does nothing to who paid in the meantime. */
    @Transactional
    public void lapse(CircleId circle, AccountId account, Instant now) {
        if (circles.fresh(circle)
                .filter(found -> found.price() == Circle.Price.PAID)
                .isEmpty()) {
            // It costs nothing any more, so nobody's time runs out; the pass remembers what was paid.
            validity.set(circle, account, null, null, 0, Set.of());
            return;
        }
        var lapsed = db.sql("""
                update members.membership
                   set state = 'expired', ended_at = :now
                 where circle_id = :circle and account_id = :account and state = 'active' and reads_until <= :now
                   and role in ('member', 'volunteer')
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", now)
                .run();
        if (lapsed == 0) {
            return;
        }
        db.sql(
                        "update members.account_circle set state = 'expired' where account_id = :account and circle_id = :circle")
                .with("account", account)
                .with("circle", circle)
                .run();
        pulse.countMembers(circle, -1);
        findable.member(circle, account);
        events.publish(new MembershipLapsed(circle, account));
    }
}
