package app.teahouse.stripe;

import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Unreachable;
import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Money that goes back to a card, or wherever it came from. */
final class Refunds {
    /** The name under which Stripe keeps our id of a refund. */
    static final String REFUND = "refund";

    private static final long MOST_LISTED = 100;
    /** Said while a payment is still being worked on; it may be given back a little later. */
    private static final Set<String> NOT_YET = Set.of("lock_timeout", "charge_not_refundable_yet");

    private final StripeAccount account;

    Refunds(StripeAccount account) {
        this.account = account;
    }

    /** Stripe forgets the key of a request after a day or more, so what was asked before is looked for first. */
    Refunded refund(RefundAsk ask) throws Unreachable {
        var id = ask.refund().value().toString();
        var before = account.knowing(stripe -> before(stripe, ask.payment(), id));
        if (before.isPresent()) {
            return outcome(before.get());
        }
        var params = RefundCreateParams.builder()
                .setPaymentIntent(ask.payment())
                .setAmount(StripeAmount.of(ask.amount()).units())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(REFUND, id)
                .putMetadata("number", ask.number())
                .build();
        try {
            return outcome(
                    account.ask(stripe -> stripe.v1().refunds().create(params, StripeAccount.once("refund-" + id))));
        } catch (InvalidRequestException e) {
            if (e.getCode() != null && NOT_YET.contains(e.getCode())) {
                throw StripeAccount.unreachable(e);
            }
            return new Refunded.Refused(e.getCode() == null ? "invalid_request" : e.getCode());
        }
    }

    private static Optional<Refund> before(StripeClient stripe, String payment, String id) throws StripeException {
        return of(stripe, payment).stream()
                .filter(refund -> refund.getMetadata() != null
                        && id.equals(refund.getMetadata().get(REFUND)))
                .findFirst();
    }

    /** The refunds of a payment, the latest first. */
    static List<Refund> of(StripeClient stripe, String payment) throws StripeException {
        var params = RefundListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(MOST_LISTED)
                .build();
        return stripe.v1().refunds().list(params).getData();
    }

    static Refunded outcome(Refund refund) {
        return outcome(refund.getId(), refund.getStatus(), refund.getFailureReason(), refund.getCreated());
    }

    /** Where the payer has to say which account it goes to ({@code requires_action}), Stripe asks them itself. */
    static Refunded outcome(String id, String status, @Nullable String failure, long createdSeconds) {
        return switch (status) {
            case "succeeded" -> new Refunded.Done(id, Instant.ofEpochSecond(createdSeconds));
            case "failed", "canceled" -> new Refunded.Refused(failure == null ? status : failure);
            default -> new Refunded.OnItsWay(id);
        };
    }
}
