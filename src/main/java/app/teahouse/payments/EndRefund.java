package app.teahouse.payments;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Checkout.Returned;
import app.teahouse.payments.Refund.State;
import app.teahouse.payments.Seller.Return;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of a refund: the payer has the money again, or the gateway won't. */
@Component
public class EndRefund {
    private static final Logger log = LoggerFactory.getLogger(EndRefund.class);

    private static final int MOST_REFERENCE = 100;

    private final OperatorLog operatorLog;
    private final Events events;
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final RefundRows refunds;
    private final Ledger ledger;
    private final Sell sell;

    EndRefund(
            OperatorLog operatorLog,
            Events events,
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            RefundRows refunds,
            Ledger ledger,
            Sell sell) {
        this.operatorLog = operatorLog;
        this.events = events;
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.refunds = refunds;
        this.ledger = ledger;
        this.sell = sell;
    }

    /** @return whether it ended now; false if it had ended before */
    @Transactional
    boolean done(CircleId circle, RefundId id, String reference, Instant at, @Nullable AccountId by) {
        var checkout = lock(circle, id);
        var refund = refunds.find(circle, id).orElseThrow();
        if (refund.isOver()) {
            return false;
        }
        settle(checkout, refund, reference, at, by);
        if (refund.bySeller()) {
            came(checkout, refund.attempt())
                    .ifPresent(came ->
                            sell.of(checkout).returned(sell.sale(checkout, came), id, refund.amount(), Return.DONE));
        }
        return true;
    }

    /** The gateway won't. The money still waits in the ledger until a person has given it back. */
    @Transactional
    void refused(CircleId circle, RefundId id, String why) {
        var checkout = lock(circle, id);
        var refund = refunds.find(circle, id).orElseThrow();
        if (refund.isOver() || refund.state() == State.REFUSED) {
            return;
        }
        refunds.refused(refund, why);
        var tried = attempts.find(circle, refund.attempt()).orElseThrow();
        events.publish(new MoneyWaits(
                circle,
                id.value(),
                "refund",
                checkout.number(),
                refund.amount().minor(),
                refund.amount().code(),
                tried.receivedByCircle(),
                clock.instant()));
        log.warn("Refund {} of checkout {} was refused: {}", id.value(), checkout.number(), why);
        if (refund.bySeller()) {
            came(checkout, refund.attempt())
                    .ifPresent(came ->
                            sell.of(checkout).returned(sell.sale(checkout, came), id, refund.amount(), Return.REFUSED));
        }
    }

    /**
     * Owner or partner gave back what the circle had received.
     *
     * @param reference where it can be found again
     * @throws Refusal {@code refund.unknown} also where no person is waited for
     */
    @Transactional
    public void byHand(Partner partner, RefundId id, String reference) {
        byHand(partner.circle(), id, true, partner.account(), reference);
    }

    /** The operator gave back what the site had received. */
    @Transactional
    public void byHand(Operator operator, CircleId circle, RefundId id, String reference) {
        byHand(circle, id, false, operator.account(), reference);
        var amount = refunds.find(circle, id).orElseThrow().amount();
        operatorLog.note(operator, "given_back", circle, Map.of("sum", amount), reference.strip());
    }

    private void byHand(CircleId circle, RefundId id, boolean byCircle, AccountId by, String reference) {
        new Faults().text("reference", reference, MOST_REFERENCE).refuse();
        var refund = refunds.find(circle, id)
                .filter(one ->
                        attempts.find(circle, one.attempt()).orElseThrow().receivedByCircle() == byCircle)
                .orElseThrow(() -> Refusal.notFound("refund.unknown"));
        if (!refund.byHand()) {
            throw Refusal.notFound("refund.unknown");
        }
        if (!done(circle, id, reference.strip(), clock.instant(), by)) {
            throw Refusal.conflict("checkout.decided");
        }
    }

    /** Somebody gave money back on the gateway's own screens. */
    @Transactional
    void outside(CircleId circle, UUID attempt, String reference, Money amount, Instant at) {
        var tried = attempts.find(circle, attempt).orElseThrow();
        var checkout = rows.lock(circle, tried.checkout()).orElseThrow();
        var id = new RefundId(
                UUID.nameUUIDFromBytes((tried.way().value() + " " + reference).getBytes(StandardCharsets.UTF_8)));
        if (refunds.find(circle, id).isPresent()) {
            return;
        }
        if (!(checkout.state() instanceof Paid paid)
                || !paid.came().attempt().equals(attempt)
                || amount.compareTo(paid.left()) > 0) {
            log.error(
                    "{} gave back {} of checkout {} by itself, which is more than there is to give",
                    tried.kind(),
                    amount,
                    checkout.number());
            return;
        }
        // The seller and this move money one after the other, as a payment does: the same accounts come first.
        ledger.lock(circle, amount.currency(), List.of(outside(tried), Purse.of(Purpose.RECEIVED)));
        var refund = new Refund(
                circle,
                id,
                checkout.id(),
                attempt,
                amount,
                "",
                true,
                State.ASKED,
                null,
                null,
                clock.instant(),
                true,
                0);
        refunds.add(refund);
        rows.become(checkout, new Paid(paid.came(), paid.refunded().plus(amount), paid.returned()), at, null, "");
        sell.of(checkout).returnedOutside(sell.sale(checkout, paid.came()), id, amount);
        settle(rows.find(circle, checkout.id()).orElseThrow(), refund, reference, at, null);
    }

    private Checkout lock(CircleId circle, RefundId id) {
        var refund = refunds.find(circle, id).orElseThrow(() -> Refusal.notFound("refund.unknown"));
        return rows.lock(circle, refund.checkout()).orElseThrow();
    }

    private void settle(Checkout checkout, Refund refund, String reference, Instant at, @Nullable AccountId by) {
        refunds.done(refund, reference, at, by);
        var returned = switch (checkout.state()) {
            case Paid paid
            when isOf(paid.came(), refund) ->
                new Paid(paid.came(), paid.refunded(), paid.returned().plus(refund.amount()));
            case Returned all
            when isOf(all.came(), refund) ->
                new Returned(all.came(), all.returned().plus(refund.amount()));
            default -> null;
        };
        if (returned != null) {
            rows.become(checkout, returned, at, null, "");
        }
        var tried = attempts.find(checkout.circle(), refund.attempt()).orElseThrow();
        ledger.post(
                checkout.circle(),
                checkout.id().value(),
                List.of(new Transfer(
                        TransferId.of(refund.id().value(), "done"),
                        Purse.of(Purpose.REFUNDING, refund.id().value()),
                        outside(tried),
                        refund.amount(),
                        Reason.REFUND_SENT)));
    }

    private static boolean isOf(Came came, Refund refund) {
        return came.attempt().equals(refund.attempt());
    }

    private static Optional<Came> came(Checkout checkout, UUID attempt) {
        return checkout.state() instanceof Paid paid && paid.came().attempt().equals(attempt)
                ? Optional.of(paid.came())
                : Optional.empty();
    }

    private static Purse outside(Attempt attempt) {
        return Purse.of(
                attempt.receivedByCircle() ? Purpose.COLLECTED_OUTSIDE : Purpose.COLLECTED,
                attempt.way().value());
    }
}
