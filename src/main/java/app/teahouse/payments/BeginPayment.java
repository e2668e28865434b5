package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Begun;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payer chose a way, and is led to where they can pay. Asked again, they are led to the same place. If the gateway does not answer or
 * will not have it, nothing stays open: the next try is the same attempt, which it may know already, or another one.
 */
@Component
public class BeginPayment {
    private static final Logger log = LoggerFactory.getLogger(BeginPayment.class);

    /** Who pays by bank transfer or from hand to hand needs some days. */
    private static final Duration BY_HAND = Duration.ofDays(3);

    private static final Duration FIRST_ASK = Duration.ofSeconds(20);

    private final Db db;
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final Ways ways;
    private final Gateways gateways;
    private final Settings settings;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    BeginPayment(
            Db db,
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            Ways ways,
            Gateways gateways,
            Settings settings,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.ways = ways;
        this.gateways = gateways;
        this.settings = settings;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * How somebody wants to pay.
     *
     * @param openId who they are inside WeChat, where the manner needs it
     * @param address their network address
     * @param save whether they let us keep the card
     */
    public record Choice(WayId way, Manner manner, @Nullable String openId, String address, boolean save) {}

    /**
     * Where the payer is led.
     *
     * @param attempt what the gateway knows as the checkout's id
     */
    public record Led(CheckoutId attempt, Way way, Begun to) {}

    /**
     * Not inside a transaction: the gateway is asked.
     *
     * @throws Refusal {@code checkout.unknown} for all but the payer, {@code checkout.over}, {@code payment.no-such-way},
     *     {@code payment.gateway-down}, and what the gateway itself refuses
     */
    public Led begin(AccountId payer, CircleId circle, CheckoutId id, Choice choice) {
        var way = ways.of(circle).stream()
                .filter(one -> one.id().equals(choice.way()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("payment.no-such-way"));
        var gateway = gateways.of(way);
        if (!gateway.able().manners().contains(choice.manner())) {
            throw Refusal.notFound("payment.no-such-way");
        }
        var tried = Objects.requireNonNull(transaction.execute(_ -> attempt(payer, circle, id, way, choice)));
        Begun begun;
        try {
            begun = gateway.begin(ways.setup(way), ask(tried, choice));
        } catch (Refusal refusal) {
            notBegun(tried, Attempt.State.DECLINED, refusal.code());
            throw refusal;
        } catch (Unreachable e) {
            notBegun(tried, Attempt.State.CLOSED, "the gateway did not answer");
            log.warn(
                    "{} did not begin checkout {}: {}",
                    way.kind(),
                    tried.attempt().number(),
                    e.getMessage());
            throw Refusal.busy("payment.gateway-down");
        }
        var askAt = gateway.able().confirmedByHand() ? null : clock.instant().plus(FIRST_ASK);
        transaction.executeWithoutResult(
                _ -> attempts.begun(tried.attempt(), begun, json.writeValueAsString(begun.script()), askAt));
        return new Led(tried.attempt().outside(), way, begun);
    }

    /** Should the gateway have begun it all the same, nobody was led there; and money that comes by it is taken as any other. */
    private void notBegun(Tried tried, Attempt.State state, String why) {
        transaction.executeWithoutResult(_ -> attempts.notBegun(tried.attempt(), state, why));
    }

    private record Tried(Checkout checkout, Open open, Attempt attempt) {}

    private Tried attempt(AccountId payer, CircleId circle, CheckoutId id, Way way, Choice choice) {
        var now = clock.instant();
        var checkout = rows.lock(circle, id)
                .filter(one -> one.payer().equals(payer))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        if (!(checkout.state() instanceof Open open) || open.isOver(now)) {
            throw Refusal.conflict("checkout.over");
        }
        if (!way.takes(checkout.amount().code())) {
            throw Refusal.notFound("payment.no-such-way");
        }
        if (gateways.of(way).able().confirmedByHand()) {
            open = new Open(wait(checkout, now.plus(BY_HAND)));
        }
        var manner = Db.name(choice.manner());
        var save =
                choice.save() && checkout.maySave() && gateways.of(way).able().saves();
        for (var one : attempts.of(circle, id)) {
            if ((one.state() == Attempt.State.OPEN || one.wasNotAnswered())
                    && one.way().equals(way.id())
                    && one.manner().equals(manner)) {
                attempts.again(one);
                return new Tried(checkout, open, one);
            }
        }
        var attempt = new Attempt(
                circle,
                Ids.next(),
                id,
                way.id(),
                way.kind(),
                manner,
                outsideNumber(checkout),
                way.receivedByCircle(),
                save,
                Attempt.State.OPEN,
                null,
                null,
                null,
                null,
                false,
                0);
        attempts.add(attempt, now);
        rows.claim(attemptName(attempt.outside()), circle, attempt.id());
        return new Tried(checkout, open, attempt);
    }

    /** It may be paid until then, if not longer. */
    private Instant wait(Checkout checkout, Instant until) {
        return db.sql("""
                update payments.checkout
                   set expires_at = greatest(expires_at, :until)
                 where circle_id = :circle and checkout_id = :id
                returning expires_at
                """)
                .with("circle", checkout.circle())
                .with("id", checkout.id())
                .with("until", until)
                .one((row, n) -> Db.instant(row, 1));
    }

    /** Readable, and unique over all circles that share a gateway's account. At most 32 characters, as WeChat wants it. */
    static String outsideNumber(Checkout checkout) {
        return checkout.number() + '-' + Secrets.code().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    static String attemptName(CheckoutId outside) {
        return "attempt " + outside.value();
    }

    private Ask ask(Tried tried, Choice choice) {
        var checkout = tried.checkout();
        var attempt = tried.attempt();
        return new Ask(
                attempt.outside(),
                attempt.number(),
                checkout.title(),
                checkout.amount(),
                choice.manner(),
                choice.openId(),
                choice.address(),
                settings.base() + "/pay/" + Ids.text(checkout.id()),
                notifyTo(attempt.kind(), attempt.way()),
                tried.open().until(),
                attempt.save());
    }

    String notifyTo(String kind, WayId way) {
        return settings.base() + "/payments/notify/" + kind + '/' + Ids.text(way);
    }
}
