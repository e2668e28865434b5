package app.teahouse.stripe;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Notification;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe tells by itself (webhooks). Their form follows the version that is set at Stripe, not ours, so only fields are read that
 * have been the same in all versions.
 */
final class Tellings {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=(\\d{1,12})(?:,|$)");

    private final StripeAccount account;
    private final JsonMapper json;

    Tellings(StripeAccount account, JsonMapper json) {
        this.account = account;
        this.json = json;
    }

    Notification read(List<String> secrets, Told told) throws Unreachable {
        prove(secrets, told);
        var event = parse(told.body());
        var id = event.path("id").asString("");
        if (event.path("livemode").asBoolean() != account.isLive()) {
            return new Notification(id, new News.Nothing());
        }
        var thing = event.path("data").path("object");
        var at = Instant.ofEpochSecond(event.path("created").asLong());
        return new Notification(id, news(event.path("type").asString(""), thing, at));
    }

    /** @throws Refusal {@code payment.not-proven} */
    private static void prove(List<String> secrets, Told told) {
        var header = told.headers().getOrDefault("stripe-signature", "");
        var time = TIME.matcher(header);
        var isRecent = time.find()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time.group(1))), told.at())
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
        var body = new String(told.body(), StandardCharsets.UTF_8);
        if (!isRecent || secrets.stream().noneMatch(secret -> isSigned(body, header, secret, told.at()))) {
            throw Refusal.notAllowed("payment.not-proven");
        }
    }

    private static boolean isSigned(String body, String header, String secret, Instant at) {
        try {
            return Webhook.Signature.verifyHeader(
                    body, header, secret, TOLERANCE.toSeconds(), Clock.fixed(at, ZoneOffset.UTC));
        } catch (SignatureVerificationException e) {
            return false;
        } catch (RuntimeException e) {
            // The library falls over headers of another form, such as "v1" without a value.
            return false;
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Refusal.notAllowed("payment.not-proven");
        }
    }

    private News news(String type, JsonNode thing, Instant at) throws Unreachable {
        return switch (type) {
            case "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired" -> session(type, thing, at);
            case "charge.refunded" -> latestRefund(thing, at);
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" -> refund(thing, at);
            case "charge.dispute.created", "charge.dispute.funds_withdrawn" -> disputed(thing);
            case "charge.dispute.closed" -> disputeEnded(thing);
            default -> new News.Nothing();
        };
    }

    /** Sessions without our id belong to somebody else who uses the same account at Stripe. */
    private News session(String type, JsonNode session, Instant at) throws Unreachable {
        var checkout = id(session, Sessions.CHECKOUT).map(CheckoutId::new);
        if (checkout.isEmpty()) {
            return new News.Nothing();
        }
        if (type.endsWith("async_payment_failed") || type.endsWith("expired")) {
            return new News.Closed(checkout.get(), type.endsWith("expired") ? "expired" : "payment_failed");
        }
        if (!"paid".equals(session.path("payment_status").asString(""))) {
            return new News.Nothing();
        }
        if ("yes".equals(session.path("metadata").path("save").asString(""))) {
            // Which card was kept is not told.
            return new Sessions(account).lookUp(session.path("id").asString("")) instanceof Found.Paid paid
                    ? new News.Paid(checkout.get(), paid)
                    : new News.Nothing();
        }
        var amount = new StripeAmount(
                session.path("amount_total").asLong(), session.path("currency").asString(""));
        return new News.Paid(
                checkout.get(), new Found.Paid(name(session.path("payment_intent")), amount.money(), at, null));
    }

    private News latestRefund(JsonNode charge, Instant at) throws Unreachable {
        var payment = name(charge.path("payment_intent"));
        if (payment.isEmpty()) {
            return new News.Nothing();
        }
        var refunds = account.knowing(stripe -> Refunds.of(stripe, payment));
        return refunds.isEmpty()
                ? new News.Nothing()
                : refund(json.readTree(refunds.getFirst().toJson()), at);
    }

    private static News refund(JsonNode refund, Instant at) {
        var reference = refund.path("id").asString("");
        var outcome = Refunds.outcome(
                reference,
                refund.path("status").asString(""),
                text(refund.path("failure_reason")),
                at.getEpochSecond());
        var ours = id(refund, Refunds.REFUND).map(RefundId::new);
        if (ours.isPresent()) {
            return outcome instanceof Refunded.OnItsWay
                    ? new News.Nothing()
                    : new News.RefundEnded(ours.get(), outcome);
        }
        var payment = name(refund.path("payment_intent"));
        return outcome instanceof Refunded.Done && !payment.isEmpty()
                ? new News.GivenBack(payment, reference, amount(refund), at)
                : new News.Nothing();
    }

    /** A mere inquiry of the payer's bank ({@code warning_…}) takes no money; if it grows into more, Stripe tells of the money. */
    private static News disputed(JsonNode dispute) {
        var payment = name(dispute.path("payment_intent"));
        if (payment.isEmpty() || dispute.path("status").asString("").startsWith("warning_")) {
            return new News.Nothing();
        }
        var dueBy = dispute.path("evidence_details").path("due_by").asLong(0);
        return new News.Disputed(
                payment,
                dispute.path("id").asString(""),
                amount(dispute),
                dueBy == 0 ? null : Instant.ofEpochSecond(dueBy));
    }

    private static News disputeEnded(JsonNode dispute) {
        var payment = name(dispute.path("payment_intent"));
        var status = dispute.path("status").asString("");
        return !payment.isEmpty() && (status.equals("won") || status.equals("lost"))
                ? new News.DisputeEnded(payment, dispute.path("id").asString(""), status.equals("won"))
                : new News.Nothing();
    }

    private static Money amount(JsonNode thing) {
        return new StripeAmount(
                        thing.path("amount").asLong(), thing.path("currency").asString(""))
                .money();
    }

    private static Optional<UUID> id(JsonNode thing, String name) {
        try {
            return Optional.ofNullable(text(thing.path("metadata").path(name))).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Stripe writes another thing as its name, or whole. */
    private static String name(JsonNode other) {
        return other.isObject() ? other.path("id").asString("") : other.asString("");
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
