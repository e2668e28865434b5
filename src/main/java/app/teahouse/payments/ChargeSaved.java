package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Paid;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Charges a kept card while its owner is not there, for a checkout that is open: renewals, by a job. */
@Component
public class ChargeSaved {
    private static final Logger log = LoggerFactory.getLogger(ChargeSaved.class);
    private static final Duration FIRST_ASK = Duration.ofMinutes(1);

    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final SavedMeans savedMeans;
    private final Ways ways;
    private final AskGateway askGateway;
    private final TransactionTemplate transaction;

    ChargeSaved(
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            SavedMeans savedMeans,
            Ways ways,
            AskGateway askGateway,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.savedMeans = savedMeans;
        this.ways = ways;
        this.askGateway = askGateway;
        this.transaction = transaction;
    }

    public sealed interface Charged {
        /** It was paid, and {@link Seller#paid} was told. */
        record Done() implements Charged {}

        /**
         * @param hopeless whether trying this card again is senseless
         */
        record Declined(String why, boolean hopeless) implements Charged {}

        /** The gateway did not answer: a job goes on asking, and so does whoever calls again with the same try. */
        record Unknown() implements Charged {}
    }

    /**
     * Not inside a transaction: the gateway is asked.
     *
     * @param tryId this one try, chosen by the caller: however often it is called with it, the card is charged at most once. The next
     *     try, after it was declined, has another.
     * @throws Refusal {@code checkout.unknown}; {@code checkout.over} if it was paid or ended otherwise
     */
    public Charged charge(CircleId circle, CheckoutId id, MeansId means, UUID tryId) {
        Objects.requireNonNull(transaction.execute(_ -> begin(circle, id, means, tryId)));
        try {
            askGateway.ask(circle, tryId);
        } catch (Unreachable e) {
            log.warn("A gateway did not answer about charging for checkout {}: {}", id, e.getMessage());
        }
        return outcome(circle, attempts.find(circle, tryId).orElseThrow());
    }

    private Attempt begin(CircleId circle, CheckoutId id, MeansId means, UUID tryId) {
        var checkout = rows.lock(circle, id).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        var known = attempts.find(circle, tryId);
        if (known.isPresent()) {
            return known.get();
        }
        if (!checkout.isOpen()) {
            throw Refusal.conflict("checkout.over");
        }
        var way = savedMeans.opened(checkout.payer(), means).flatMap(card -> ways.find(card.way()));
        var attempt = new Attempt(
                circle,
                tryId,
                id,
                way.map(Way::id).orElse(new WayId(tryId)),
                way.map(Way::kind).orElse(""),
                Attempt.SAVED,
                BeginPayment.outsideNumber(checkout),
                way.map(Way::receivedByCircle).orElse(false),
                false,
                Attempt.State.OPEN,
                null,
                null,
                means,
                null,
                false,
                0);
        var now = clock.instant();
        attempts.add(attempt, now);
        rows.claim(BeginPayment.attemptName(attempt.outside()), circle, tryId);
        if (way.isEmpty()) {
            attempts.declined(attempt, "the card is gone", true);
        } else {
            attempts.askAt(circle, tryId, now.plus(FIRST_ASK));
        }
        return attempt;
    }

    private Charged outcome(CircleId circle, Attempt attempt) {
        return switch (attempt.state()) {
            case PAID -> {
                var checkout = rows.find(circle, attempt.checkout()).orElseThrow();
                if (!(checkout.state() instanceof Paid paid)
                        || !paid.came().attempt().equals(attempt.id())) {
                    // It was paid otherwise meanwhile, and this goes back.
                    throw Refusal.conflict("checkout.over");
                }
                yield new Charged.Done();
            }
            case DECLINED, CLOSED ->
                new Charged.Declined(Objects.requireNonNullElse(attempt.why(), ""), attempt.hopeless());
            case OPEN -> new Charged.Unknown();
        };
    }
}
