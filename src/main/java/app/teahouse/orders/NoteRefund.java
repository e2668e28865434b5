package app.teahouse.orders;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Events;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What staff give back stands in the circle's log, with who did and why. */
@Component
class NoteRefund {
    private final Events events;
    private final Clock clock;

    NoteRefund(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void by(AccountId staff, Order order, RefundOrder.Wish wish) {
        var about = order.number() + "," + wish.amount().minor() + ","
                + wish.amount().code();
        events.publish(new CircleChanged(
                order.circle(),
                CircleChanged.Kind.REFUND,
                staff,
                about,
                wish.reason().strip(),
                clock.instant()));
    }
}
