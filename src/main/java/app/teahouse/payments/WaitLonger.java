package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Open;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A checkout does not expire while a person looks whether the money came. */
@Component
public class WaitLonger {
    private final Db db;
    private final Clock clock;
    private final CheckoutRows rows;

    WaitLonger(Db db, Clock clock, CheckoutRows rows) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
    }

    /** @throws Refusal {@code checkout.over} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wait(CircleId circle, CheckoutId id, Instant until) {
        var checkout = rows.lock(circle, id).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        if (!(checkout.state() instanceof Open open) || open.isOver(clock.instant())) {
            throw Refusal.conflict("checkout.over");
        }
        db.sql("""
                update payments.checkout
                   set expires_at = greatest(expires_at, :until)
                 where circle_id = :circle and checkout_id = :id
                """).with("circle", circle).with("id", id).with("until", until).run();
    }
}
