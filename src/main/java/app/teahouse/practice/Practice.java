package app.teahouse.practice;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.secrets.SiteKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plays a gateway as real ones are: with a page of its own, signed notifications, kept cards and refunds. */
@Component
class Practice implements Gateway {
    static final String KIND = "practice";
    static final String SIGNATURE = "x-practice-signature";

    private final Played played;
    private final SiteKey siteKey;
    private final Settings settings;
    private final Clock clock;

    Practice(Played played, SiteKey siteKey, Settings settings, Clock clock) {
        this.played = played;
        this.siteKey = siteKey;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Able able() {
        return new Able(Set.of(), Set.of(Manner.REDIRECT), true, true, false, true, true);
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public void check(Map<String, String> filledIn) {
        // There is nothing to fill in.
    }

    @Override
    public Begun begin(Setup setup, Ask ask) {
        var name = name(ask.checkout());
        played.begin(name, setup.way(), ask);
        return new Begun(name, "/practice/" + name, null, Map.of());
    }

    /** Nobody guesses it, and the same checkout has the same one. */
    private String name(CheckoutId checkout) {
        return HexFormat.of()
                .formatHex(
                        siteKey.mac("practice.name", checkout.value().toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, 40);
    }

    @Override
    public Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) {
        var payment = played.find(reference).orElseThrow();
        return switch (payment.state()) {
            case "paid" -> paid(payment);
            case "closed" -> new Found.Closed("closed");
            default -> new Found.Waiting();
        };
    }

    static Found.Paid paid(PracticeView payment) {
        var card = payment.card();
        return new Found.Paid(
                payment.name(),
                Objects.requireNonNull(payment.paid()),
                Objects.requireNonNull(payment.paidAt()),
                card == null || !payment.save() ? null : new Means(card, "Practice " + card, 2034, 12));
    }

    @Override
    public void close(Setup setup, CheckoutId checkout, String number, String reference) {
        played.become(reference, "closed");
    }

    @Override
    public Refunded refund(Setup setup, RefundAsk ask) {
        played.refund(ask.refund().value().toString(), ask.amount(), clock.instant());
        return new Refunded.Done("practice-" + ask.refund().value(), clock.instant());
    }

    /** What a kept card does later depends on which it is. */
    @Override
    public Charged charge(Setup setup, ChargeAsk ask) {
        return switch (Card.of(ask.token())) {
            case PAYS -> new Charged.Done("practice-" + ask.checkout().value(), ask.amount(), clock.instant());
            case PAYS_ONCE -> new Charged.Declined("not enough money on the card", false);
            case STOLEN -> new Charged.Declined("reported as stolen", true);
            case DECLINES -> new Charged.Declined("declined", false);
        };
    }

    /** The cards one can choose from, known by their last digits. */
    enum Card {
        PAYS("4242"),
        PAYS_ONCE("0341"),
        STOLEN("9979"),
        DECLINES("0002");

        private final String digits;

        Card(String digits) {
            this.digits = digits;
        }

        String digits() {
            return digits;
        }

        static Card of(String digits) {
            for (var card : values()) {
                if (card.digits.equals(digits)) {
                    return card;
                }
            }
            return DECLINES;
        }
    }

    /** What it tells: the payment's name, and how often it told so. */
    Told tell(PracticeView payment, int time) {
        var body = (payment.name() + ' ' + time).getBytes(StandardCharsets.UTF_8);
        return new Told(Map.of(SIGNATURE, sign(body)), body, clock.instant());
    }

    private String sign(byte[] body) {
        return HexFormat.of().formatHex(siteKey.mac("practice.notification", body));
    }

    @Override
    public Notification read(Setup setup, Told told) {
        var signature = told.headers().getOrDefault(SIGNATURE, "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signature, sign(told.body()).getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.notAllowed("payment.not-proven");
        }
        var body = new String(told.body(), StandardCharsets.UTF_8);
        var payment = played.find(body.split(" ", 2)[0]).orElseThrow();
        return new Notification(
                body,
                payment.state().equals("paid") ? new News.Paid(payment.outside(), paid(payment)) : new News.Nothing());
    }

    /** Where the payer goes back to: a path of this site. */
    String back(PracticeView payment) {
        return payment.returnTo().startsWith(settings.base())
                ? payment.returnTo().substring(settings.base().length())
                : "/";
    }

    static Money half(Money amount) {
        return new Money(Math.max(1, amount.minor() / 2), amount.currency());
    }
}
