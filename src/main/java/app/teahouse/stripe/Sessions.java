package app.teahouse.stripe;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Begun;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Unreachable;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.CustomerCreation;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.SetupFutureUsage;
import com.stripe.param.checkout.SessionCreateParams.PaymentMethodType;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Stripe's Checkout pages: one session for each checkout of ours. */
final class Sessions {
    /** The name under which Stripe keeps our id of a checkout, and gives it back with everything it tells. */
    static final String CHECKOUT = "checkout";

    private static final int MOST_TITLE = 200;
    /** Stripe allows 30 minutes to 24 hours from when the session is made, which is a little later. */
    private static final Duration LASTING = Duration.ofHours(24).minusMinutes(10);

    private final StripeAccount account;

    Sessions(StripeAccount account) {
        this.account = account;
    }

    Begun begin(Ask ask) throws Unreachable {
        var params = params(ask);
        try {
            var session = account.ask(stripe -> stripe.v1()
                    .checkout()
                    .sessions()
                    .create(
                            params,
                            StripeAccount.once("checkout-" + ask.checkout().value())));
            return new Begun(session.getId(), session.getUrl(), null, Map.of());
        } catch (InvalidRequestException e) {
            throw StripeAccount.refused(e);
        }
    }

    /** Says the same whenever it is asked of the same checkout, or Stripe would take a second try for another payment. */
    private static SessionCreateParams params(Ask ask) {
        var amount = StripeAmount.of(ask.amount());
        var id = ask.checkout().value().toString();
        var payment = PaymentIntentData.builder()
                .setDescription(shortened(ask.number() + " " + ask.title()))
                .putMetadata(CHECKOUT, id)
                .putMetadata("number", ask.number());
        var session = SessionCreateParams.builder()
                .setMode(Mode.PAYMENT)
                .setClientReferenceId(id)
                .putMetadata(CHECKOUT, id)
                .putMetadata("number", ask.number())
                .putMetadata("save", ask.save() ? "yes" : "no")
                .setSuccessUrl(ask.returnTo())
                .setCancelUrl(ask.returnTo())
                .setExpiresAt(expiry(ask.checkout()).getEpochSecond())
                .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(PriceData.builder()
                                .setCurrency(amount.currency())
                                .setUnitAmount(amount.units())
                                .setProductData(ProductData.builder()
                                        .setName(shortened(ask.title()))
                                        .build())
                                .build())
                        .build());
        if (ask.save()) {
            payment.setSetupFutureUsage(SetupFutureUsage.OFF_SESSION);
            session.setCustomerCreation(CustomerCreation.ALWAYS).addPaymentMethodType(PaymentMethodType.CARD);
        }
        return session.setPaymentIntentData(payment.build()).build();
    }

    /**
     * As late as Stripe lets a session end, reckoned from when our checkout was made: it must depend neither on now nor on what may be
     * changed later ({@link #params}). When our checkout ends before, the session is closed.
     */
    static Instant expiry(CheckoutId checkout) {
        return Instant.ofEpochMilli(checkout.value().getMostSignificantBits() >>> 16)
                .plus(LASTING);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MOST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_TITLE - 1)) + "…";
    }

    Found lookUp(String reference) throws Unreachable {
        if (reference.isEmpty()) {
            return new Found.Waiting();
        }
        var params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.payment_method")
                .addExpand("payment_intent.latest_charge")
                .build();
        return found(account.knowing(stripe -> stripe.v1().checkout().sessions().retrieve(reference, params)));
    }

    private static Found found(Session session) {
        var intent = session.getPaymentIntentObject();
        return switch (session.getStatus()) {
            case "complete" ->
                "paid".equals(session.getPaymentStatus()) && intent != null
                        ? paid(session, intent)
                        : intent != null && KeptCards.hasFailed(intent)
                                ? new Found.Closed(KeptCards.why(intent))
                                : new Found.Waiting();
            case "expired" -> new Found.Closed("expired");
            default -> new Found.Waiting();
        };
    }

    private static Found paid(Session session, PaymentIntent intent) {
        var charge = intent.getLatestChargeObject();
        var at = charge == null ? intent.getCreated() : charge.getCreated();
        var save = session.getMetadata() != null
                && "yes".equals(session.getMetadata().get("save"));
        return new Found.Paid(
                intent.getId(),
                new StripeAmount(intent.getAmountReceived(), intent.getCurrency()).money(),
                Instant.ofEpochSecond(at),
                save ? KeptCards.means(intent) : null);
    }

    /** A session that was paid or has run out can't be closed, and that is as well. */
    void close(String reference) throws Unreachable {
        if (reference.isEmpty()) {
            return;
        }
        try {
            account.ask(stripe -> stripe.v1().checkout().sessions().expire(reference));
        } catch (InvalidRequestException e) {
            // Whether it was paid is for lookUp to say.
        }
    }
}
