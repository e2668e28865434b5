package app.teahouse.stripe;

import app.teahouse.gateways.Gateway.ChargeAsk;
import app.teahouse.gateways.Gateway.Charged;
import app.teahouse.gateways.Gateway.Means;
import app.teahouse.gateways.Gateway.Unreachable;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cards that their owners let us keep, and charging them while they are away. */
final class KeptCards {
    private static final long MOST_LISTED = 100;
    /** After these a card will not do next time either, or its owner has to come and say yes. */
    private static final Set<String> HOPELESS = Set.of(
            "authentication_required",
            "card_not_supported",
            "currency_not_supported",
            "expired_card",
            "fraudulent",
            "incorrect_number",
            "invalid_account",
            "invalid_number",
            "lost_card",
            "merchant_blacklist",
            "new_account_information_available",
            "not_permitted",
            "pickup_card",
            "restricted_card",
            "revocation_of_all_authorizations",
            "revocation_of_authorization",
            "security_violation",
            "service_not_allowed",
            "stolen_card",
            "stop_payment_order",
            "transaction_not_allowed");

    private static final Map<String, String> BRANDS = Map.of(
            "amex", "American Express",
            "cartes_bancaires", "Cartes Bancaires",
            "diners", "Diners Club",
            "eftpos_au", "eftpos",
            "jcb", "JCB",
            "unionpay", "UnionPay");

    private final StripeAccount account;

    KeptCards(StripeAccount account) {
        this.account = account;
    }

    /** What is needed to charge a card again: its owner as Stripe knows them, and the card. */
    private record Token(String customer, String method) {
        static Token of(String text) {
            var slash = text.indexOf('/');
            return new Token(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
        }

        @Override
        public String toString() {
            return customer + "/" + method;
        }
    }

    static @Nullable Means means(PaymentIntent intent) {
        var method = intent.getPaymentMethodObject();
        if (method == null || intent.getCustomer() == null) {
            return null;
        }
        var token = new Token(intent.getCustomer(), method.getId()).toString();
        var card = method.getCard();
        return card == null
                ? new Means(token, method.getType(), null, null)
                : new Means(
                        token,
                        label(card),
                        card.getExpYear() == null ? null : card.getExpYear().intValue(),
                        card.getExpMonth() == null ? null : card.getExpMonth().intValue());
    }

    private static String label(PaymentMethod.Card card) {
        var brand = card.getBrand() == null ? "card" : card.getBrand();
        var name = BRANDS.getOrDefault(brand, brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1));
        return name + " " + card.getLast4();
    }

    /** Stripe forgets the key of a request after a day or more, so what was tried before is looked for first. */
    Charged charge(ChargeAsk ask) throws Unreachable {
        var token = Token.of(ask.token());
        var id = ask.checkout().value().toString();
        try {
            var before = account.ask(stripe -> before(stripe, token, id));
            return outcome(before.isPresent() ? before.get() : now(params(ask, token, id), id));
        } catch (InvalidRequestException e) {
            if ("resource_missing".equals(e.getCode()) || "payment_method".equals(e.getParam())) {
                return new Charged.Declined("card_gone", true);
            }
            throw StripeAccount.unreachable(e);
        }
    }

    /** A card that is declined is an error to Stripe's library, which carries what it was that failed. */
    private PaymentIntent now(PaymentIntentCreateParams params, String id) throws Unreachable, InvalidRequestException {
        return account.ask(stripe -> {
            try {
                return stripe.v1().paymentIntents().create(params, StripeAccount.once("charge-" + id));
            } catch (CardException e) {
                if (e.getStripeError() == null || e.getStripeError().getPaymentIntent() == null) {
                    throw e;
                }
                return e.getStripeError().getPaymentIntent();
            }
        });
    }

    private static Charged outcome(PaymentIntent intent) throws Unreachable {
        if ("succeeded".equals(intent.getStatus())) {
            return new Charged.Done(
                    intent.getId(),
                    new StripeAmount(intent.getAmountReceived(), intent.getCurrency()).money(),
                    Instant.ofEpochSecond(intent.getCreated()));
        }
        if (hasFailed(intent) || "requires_action".equals(intent.getStatus())) {
            var error = intent.getLastPaymentError();
            var why = why(intent);
            return new Charged.Declined(
                    why, HOPELESS.contains(why) || (error != null && HOPELESS.contains(error.getCode())));
        }
        throw new Unreachable("Stripe has not finished charging the card: " + intent.getStatus(), null);
    }

    static boolean hasFailed(PaymentIntent intent) {
        return "requires_payment_method".equals(intent.getStatus()) || "canceled".equals(intent.getStatus());
    }

    /** Stripe's word for why a card was not charged; the most exact one there is. */
    static String why(PaymentIntent intent) {
        if ("requires_action".equals(intent.getStatus())) {
            return "authentication_required";
        }
        var error = intent.getLastPaymentError();
        if (error == null) {
            return intent.getStatus();
        }
        var exact = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return exact == null ? intent.getStatus() : exact;
    }

    private static PaymentIntentCreateParams params(ChargeAsk ask, Token token, String id) {
        var amount = StripeAmount.of(ask.amount());
        return PaymentIntentCreateParams.builder()
                .setAmount(amount.units())
                .setCurrency(amount.currency())
                .setCustomer(token.customer())
                .setPaymentMethod(token.method())
                .addPaymentMethodType("card")
                .setOffSession(true)
                .setConfirm(true)
                .setDescription(ask.number() + " " + ask.title())
                .putMetadata(Sessions.CHECKOUT, id)
                .putMetadata("number", ask.number())
                .build();
    }

    private static Optional<PaymentIntent> before(StripeClient stripe, Token token, String id) throws StripeException {
        var params = PaymentIntentListParams.builder()
                .setCustomer(token.customer())
                .setLimit(MOST_LISTED)
                .build();
        return stripe.v1().paymentIntents().list(params).getData().stream()
                .filter(intent -> intent.getMetadata() != null
                        && id.equals(intent.getMetadata().get(Sessions.CHECKOUT)))
                .findFirst();
    }
}
