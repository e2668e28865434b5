package app.teahouse.gateways;

import app.teahouse.kernel.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who takes money and gives it back. Each has a room of its own, to the right of this one. Nothing here is called inside a
 * transaction; every call may be repeated with the same id and then does nothing twice; each takes at most ten seconds.
 *
 * <p>Whatever the gateway cannot be asked about now is {@link Unreachable}: the outcome is unknown, and a job asks again.
 */
public interface Gateway {

    /** A word that never changes: it is stored, and stands in the address of notifications. Such as {@code stripe}. */
    String kind();

    /** What this gateway can do. */
    Able able();

    /** What whoever sets it up has to fill in, in order. */
    List<Field> fields();

    /**
     * @param currencies of ISO 4217 it takes; empty for all
     * @param manners the ways a payer can be led to it
     * @param refunds whether it gives money back by itself; else a person does, and says so
     * @param saves whether a card can be kept and charged later
     * @param confirmedByHand whether a person says that the money came
     * @param forSite whether the site can receive by it, and {@code forCircle} a circle
     */
    record Able(
            Set<String> currencies,
            Set<Manner> manners,
            boolean refunds,
            boolean saves,
            boolean confirmedByHand,
            boolean forSite,
            boolean forCircle) {}

    /** How somebody pays: sent to a page, by code shown on a screen, in the WeChat that they are in, or as instructions say. */
    enum Manner {
        REDIRECT,
        QR_CODE,
        IN_WECHAT,
        INSTRUCTIONS
    }

    /**
     * Called {@code <kind>.field.<name>} on the screen, with {@code <kind>.field.<name>.help} below it.
     *
     * @param secret kept sealed, and never shown again
     * @param many whether it has several lines, such as a key or a certificate
     */
    record Field(String name, boolean secret, boolean needed, boolean many) {}

    /**
     * A way of paying as it was set up.
     *
     * @param settings by name of {@link #fields()}, the sealed ones opened
     */
    record Setup(WayId way, Map<String, String> settings) {}

    /** Opens ways for pages of a gateway's own; {@code ways} knows how. */
    interface Setups {
        /** @throws app.teahouse.kernel.Refusal of kind NOT_FOUND where there is none of this kind that is in use */
        Setup of(WayId way, String kind);
    }

    /**
     * Looks at what was filled in, without asking anybody outside.
     *
     * @throws app.teahouse.kernel.Refusal of kind INVALID, by field
     */
    void check(Map<String, String> settings);

    /**
     * @param title what is bought, as the payer reads it at the gateway
     * @param manner one of {@link Able#manners()}
     * @param openId who the payer is inside WeChat, where the manner needs it
     * @param clientAddress the payer's network address; WeChat wants it
     * @param returnTo where the payer's browser comes back to; it proves nothing
     * @param notifyTo where the gateway tells
     * @param save whether the payer agreed that the card is kept
     */
    record Ask(
            CheckoutId checkout,
            String number,
            String title,
            Money amount,
            Manner manner,
            @Nullable String openId,
            String clientAddress,
            String returnTo,
            String notifyTo,
            Instant expiresAt,
            boolean save) {}

    /** Who the payer is to this gateway, as an earlier visit to {@link #introduction} left it in their browser; null if unknown. */
    default @Nullable String openId(Setup setup, HttpServletRequest request) {
        return null;
    }

    /**
     * A page of this site that learns who the payer is to this gateway, and comes back to {@code returnTo}; null where nobody has to
     * know. Needed before {@link #begin} with {@link Manner#IN_WECHAT} while {@link #openId} says null.
     *
     * @param returnTo a path of this site
     */
    default @Nullable String introduction(WayId way, String returnTo) {
        return null;
    }

    /**
     * @param reference the gateway's own name of it, unique within the gateway
     * @param go where the browser is sent, or null. The page that sends it there has to tell its origin ({@code Referrer-Policy: origin}),
     *     which WeChat asks for, and a form on it needs that host in its {@code form-action}
     * @param qr what a code on the screen says, or null
     * @param script what WeChat's own script in the page needs (JSAPI), by name; else empty
     */
    record Begun(
            String reference, @Nullable String go, @Nullable String qr, Map<String, String> script) {}

    /** @throws app.teahouse.kernel.Refusal of kind CONFLICT where the gateway understood and will not have it */
    Begun begin(Setup setup, Ask ask) throws Unreachable;

    /** What the gateway knows of a checkout. */
    sealed interface Found {
        /** Nobody has paid yet, and still may. */
        record Waiting() implements Found {}

        /**
         * @param payment the gateway's name of the payment, which refunds need
         * @param means a card that was kept for later, or null
         */
        record Paid(
                String payment,
                Money amount,
                Instant at,
                @Nullable Means means) implements Found {}

        /** It can't be paid any more, and nothing was. */
        record Closed(String why) implements Found {}
    }

    /**
     * A card that may be charged later.
     *
     * @param token what the gateway needs to charge it; sealed where it is kept
     * @param label what its owner knows it by, such as {@code Visa 4242}
     */
    record Means(
            String token,
            String label,
            @Nullable Integer expiresYear,
            @Nullable Integer expiresMonth) {}

    Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable;

    /** Closes a checkout that nobody will pay any more; harmless where that can't be done. */
    void close(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable;

    /** @param payment as {@link Found.Paid} named it; {@code paid} is the whole of that payment */
    record RefundAsk(
            RefundId refund, String number, String payment, Money paid, Money amount, String reason, String notifyTo) {}

    /** What became of a refund. */
    sealed interface Refunded {
        record Done(String reference, Instant at) implements Refunded {}

        /** The gateway has it, and it takes a while; ask again with the same id. */
        record OnItsWay(String reference) implements Refunded {}

        /** It won't: the money is still there, and a person has to decide. */
        record Refused(String why) implements Refunded {}
    }

    /** Gives back; asked again with the same id it answers what became of it. */
    Refunded refund(Setup setup, RefundAsk ask) throws Unreachable;

    record ChargeAsk(CheckoutId checkout, String number, String title, Money amount, String token) {}

    /** What became of charging a kept card. */
    sealed interface Charged {
        record Done(String payment, Money amount, Instant at) implements Charged {}

        /** @param hopeless whether trying this card again is senseless, for example because it was stolen */
        record Declined(String why, boolean hopeless) implements Charged {}
    }

    Charged charge(Setup setup, ChargeAsk ask) throws Unreachable;

    /**
     * A request at the address for notifications, as it came.
     *
     * @param headers names in lower case
     */
    record Told(Map<String, String> headers, byte[] body, Instant at) {}

    /** What a notification says, proven by its signature. */
    sealed interface News {
        record Paid(CheckoutId checkout, Found.Paid paid) implements News {}

        /** It failed or ran out, and can't be paid any more. */
        record Closed(CheckoutId checkout, String why) implements News {}

        record RefundEnded(RefundId refund, Refunded outcome) implements News {}

        /**
         * Money went back that this site did not ask for: somebody used the gateway's own screens. May be told several times.
         *
         * @param reference the gateway's name of this refund, by which it is known again
         */
        record GivenBack(String payment, String reference, Money amount, Instant at) implements News {}

        /** The payer's bank takes the money back until it is settled who is right; known by {@code dispute} if told again. */
        record Disputed(
                String payment,
                String dispute,
                Money amount,
                @Nullable Instant answerBy) implements News {}

        record DisputeEnded(String payment, String dispute, boolean won) implements News {}

        /** True, but nothing that concerns us. */
        record Nothing() implements News {}
    }

    /** @param id the gateway's name of this telling, by which a repeat is known */
    record Notification(String id, News news) {}

    /**
     * Reads and proves a notification; may have to ask the gateway for what it does not tell, or for a new key to prove it with.
     *
     * @throws app.teahouse.kernel.Refusal {@code payment.not-proven} where the signature, the time or the encryption is wrong
     */
    Notification read(Setup setup, Told told) throws Unreachable;

    /** What the gateway wants to hear when it was understood, such as WeChat's {@code {"code":"SUCCESS"}}; empty for nothing. */
    default String thanks() {
        return "";
    }

    /** What it wants to hear, with a 4xx or 5xx, when it was not; empty for nothing. */
    default String sorry() {
        return "";
    }

    /** The gateway did not answer, or not so that we know what happened. */
    final class Unreachable extends Exception {
        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
