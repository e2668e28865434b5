package app.teahouse.till;

import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.payments.BeginPayment;
import app.teahouse.security.Addresses;
import app.teahouse.security.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a program how its user can pay, begins it, and says what the user has to do next. The same again is the same attempt. */
@Component
class LeadPayer {
    private final Storefront storefront;
    private final BeginPayment beginPayment;
    private final Gateways gateways;
    private final Ways ways;
    private final Limits limits;
    private final Addresses addresses;
    private final Settings settings;

    LeadPayer(
            Storefront storefront,
            BeginPayment beginPayment,
            Gateways gateways,
            Ways ways,
            Limits limits,
            Addresses addresses,
            Settings settings) {
        this.storefront = storefront;
        this.beginPayment = beginPayment;
        this.gateways = gateways;
        this.ways = ways;
        this.limits = limits;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** @param manners those a program can ask for; the first is what fits where it says it runs */
    record Offered(Way way, List<Manner> manners) {}

    List<Offered> ways(PayView view, HttpServletRequest request) {
        return storefront
                .choices(storefront.here(request), view.circle(), view.amount().code())
                .stream()
                .map(choice -> new Offered(choice.way(), manners(choice)))
                .filter(offered -> !offered.manners().isEmpty())
                .toList();
    }

    /** Inside WeChat somebody pays by its script in a page, and never through a program. */
    private static List<Manner> manners(Storefront.Choice choice) {
        var able = choice.able().manners();
        return Arrays.stream(Manner.values())
                .filter(able::contains)
                .filter(manner -> manner != Manner.IN_WECHAT)
                .sorted((one, other) -> Boolean.compare(other == choice.manner(), one == choice.manner()))
                .toList();
    }

    record Wish(WayId way, @Nullable String manner, boolean save) {}

    record Led(
            UUID attempt,
            Way way,
            Manner manner,
            @Nullable String go,
            @Nullable String qr,
            @Nullable String instructions) {}

    /** @throws Refusal {@code payment.no-such-way}, {@code checkout.over}, {@code payment.gateway-down} */
    Led lead(Person payer, PayView view, Wish wish, HttpServletRequest request) {
        limits.take("pay.begin", payer.account().value().toString(), 30, Duration.ofMinutes(5));
        var offered = ways(view, request).stream()
                .filter(one -> one.way().id().equals(wish.way()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("payment.no-such-way"));
        var manner = offered.manners().stream()
                .filter(one -> wish.manner() == null || Db.name(one).equals(wish.manner()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("payment.no-such-way"));
        var led = beginPayment.begin(
                payer.account(),
                view.circle(),
                view.id(),
                new BeginPayment.Choice(wish.way(), manner, null, addresses.of(request), wish.save()));
        var go = led.to().go();
        return new Led(
                led.attempt().value(),
                led.way(),
                manner,
                go != null && go.startsWith("/") ? settings.base() + go : go,
                led.to().qr(),
                instructions(led.way()));
    }

    private @Nullable String instructions(Way way) {
        return gateways.of(way).able().confirmedByHand()
                ? ways.setup(way).settings().get("instructions")
                : null;
    }
}
