package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Cancelled;
import app.teahouse.payments.Checkout.Expired;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.State;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A checkout ends unpaid: its time is over, or the payer or the seller gave it up. Money that comes after all goes back. */
@Component
public class EndCheckout {
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final Sell sell;

    EndCheckout(Clock clock, CheckoutRows rows, AttemptRows attempts, Sell sell) {
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.sell = sell;
    }

    /**
     * The payer does not want it any more.
     *
     * @throws Refusal {@code checkout.unknown} for all but the payer; {@code checkout.over}
     */
    @Transactional
    public void cancel(AccountId payer, CircleId circle, CheckoutId id) {
        var checkout = rows.lock(circle, id)
                .filter(one -> one.payer().equals(payer))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        if (!checkout.isOpen()) {
            throw Refusal.conflict("checkout.over");
        }
        end(checkout, new Cancelled(clock.instant()));
    }

    /** The seller does not sell it any more. Harmless where it is over; what was paid stays paid. */
    @Transactional
    public boolean withdraw(CircleId circle, CheckoutId id) {
        var checkout = rows.lock(circle, id).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        if (!checkout.isOpen()) {
            return false;
        }
        end(checkout, new Cancelled(clock.instant()));
        return true;
    }

    /** @return whether its time was over, and it was not paid meanwhile */
    @Transactional
    boolean expire(CircleId circle, CheckoutId id, Instant now) {
        var checkout = rows.lock(circle, id).orElseThrow();
        if (!(checkout.state() instanceof Open open) || !open.isOver(now)) {
            return false;
        }
        end(checkout, new Expired(now));
        return true;
    }

    private void end(Checkout checkout, State state) {
        var now = clock.instant();
        rows.become(checkout, state, now, null, "");
        for (var attempt : attempts.of(checkout.circle(), checkout.id())) {
            if (attempt.reference() == null && !attempt.manner().equals(Attempt.SAVED)) {
                attempts.end(checkout.circle(), attempt.id(), Attempt.State.CLOSED, "over before it began");
            } else {
                // AskGateways closes it at the gateway.
                attempts.askAt(checkout.circle(), attempt.id(), now);
            }
        }
        sell.of(checkout).gone(checkout.circle(), checkout.id(), checkout.about());
    }
}
