package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A gateway of which tests decide what it knows, what it tells, and when it is down. Nobody can set it up by a form. */
@Component
public class TestGateway implements Gateway {
    public static final String KIND = "test";
    public static final Map<String, String> SECRETS = Map.of("key", "a key of the test gateway");

    /** What it knows of a checkout, by our id of it. */
    public final Map<CheckoutId, Found> checkouts = new ConcurrentHashMap<>();

    public final Map<RefundId, Refunded> refunds = new ConcurrentHashMap<>();
    public final Map<CheckoutId, Charged> charges = new ConcurrentHashMap<>();
    public final Map<CheckoutId, AtomicInteger> charged = new ConcurrentHashMap<>();
    public final Set<CheckoutId> closed = ConcurrentHashMap.newKeySet();

    /** Of which checkouts, refunds and charges it can't be asked now. */
    public final Set<UUID> down = ConcurrentHashMap.newKeySet();

    public volatile boolean allDown;

    /** It understands, and will not have it. */
    public volatile boolean unwilling;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Able able() {
        return new Able(
                Set.of(), Set.of(Manner.REDIRECT, Manner.QR_CODE, Manner.IN_WECHAT), true, true, false, false, false);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("key", true, true, false));
    }

    @Override
    public void check(Map<String, String> settings) {}

    @Override
    public Begun begin(Setup setup, Ask ask) throws Unreachable {
        key(setup);
        isUp(ask.checkout().value());
        if (unwilling) {
            throw Refusal.conflict("payment.no-such-way");
        }
        checkouts.putIfAbsent(ask.checkout(), new Found.Waiting());
        return new Begun("ref-" + ask.checkout().value(), "https://pay.example/" + ask.number(), null, Map.of());
    }

    @Override
    public Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        isUp(checkout.value());
        return Objects.requireNonNull(checkouts.get(checkout));
    }

    @Override
    public void close(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        isUp(checkout.value());
        closed.add(checkout);
        checkouts.computeIfPresent(
                checkout, (_, found) -> found instanceof Found.Waiting ? new Found.Closed("closed") : found);
    }

    @Override
    public Refunded refund(Setup setup, RefundAsk ask) throws Unreachable {
        isUp(ask.refund().value());
        return refunds.computeIfAbsent(
                ask.refund(), id -> new Refunded.Done("back-" + id.value(), Instant.parse("2026-11-23T02:00:00Z")));
    }

    @Override
    public Charged charge(Setup setup, ChargeAsk ask) throws Unreachable {
        charged.computeIfAbsent(ask.checkout(), _ -> new AtomicInteger()).incrementAndGet();
        isUp(ask.checkout().value());
        if (ask.token().equals("stolen")) {
            return new Charged.Declined("stolen", true);
        }
        if (ask.token().equals("declines")) {
            return new Charged.Declined("declined", false);
        }
        return charges.computeIfAbsent(
                ask.checkout(),
                id -> new Charged.Done("charge-" + id.value(), ask.amount(), Instant.parse("2026-11-23T02:00:00Z")));
    }

    private void isUp(UUID thing) throws Unreachable {
        if (allDown || down.contains(thing)) {
            throw new Unreachable("down for a test", null);
        }
    }

    /** Somebody paid there. */
    public Found.Paid pay(CheckoutId checkout, Money amount, @Nullable Means means) {
        var paid = new Found.Paid("payment-" + checkout.value(), amount, Instant.parse("2026-11-23T02:00:00Z"), means);
        checkouts.put(checkout, paid);
        return paid;
    }

    /** What it would send, signed with its key. The news lies here under the id, as no protocol is to be tested. */
    public Told tell(String id, News news) {
        told.put(id, news);
        var body = id.getBytes(StandardCharsets.UTF_8);
        return new Told(Map.of("x-test-signature", sign("a key of the test gateway", body)), body, Instant.now());
    }

    private final Map<String, News> told = new ConcurrentHashMap<>();

    @Override
    public Notification read(Setup setup, Told notification) {
        if (!sign(key(setup), notification.body()).equals(notification.headers().get("x-test-signature"))) {
            throw Refusal.notAllowed("payment.not-proven");
        }
        var id = new String(notification.body(), StandardCharsets.UTF_8);
        return new Notification(id, Objects.requireNonNull(told.get(id)));
    }

    @Override
    public String thanks() {
        return "{\"code\":\"SUCCESS\"}";
    }

    @Override
    public String sorry() {
        return "{\"code\":\"FAIL\"}";
    }

    private static String key(Setup setup) {
        return Objects.requireNonNull(setup.settings().get("key"));
    }

    private static String sign(String key, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
