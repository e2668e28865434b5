package app.teahouse.till;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.payments.EndCheckout;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checkouts of one's own, for programs. {@link PayPages} is the other door. */
@RestController
class PayApi {
    private final PaySheet sheet;
    private final LeadPayer leadPayer;
    private final EndCheckout endCheckout;

    PayApi(PaySheet sheet, LeadPayer leadPayer, EndCheckout endCheckout) {
        this.sheet = sheet;
        this.leadPayer = leadPayer;
        this.endCheckout = endCheckout;
    }

    record MoneyJson(long minor, String currency) {}

    record CheckoutJson(
            String number,
            String title,
            MoneyJson amount,
            String state,
            Instant madeAt,
            Instant until,
            @Nullable MoneyJson paid,
            @Nullable Instant paidAt,
            MoneyJson returned,
            String page) {}

    @GetMapping("/api/v1/me/checkouts/{checkout}")
    CheckoutJson checkout(Person payer, @PathVariable CheckoutId checkout) {
        var view = sheet.read(payer, checkout);
        return new CheckoutJson(
                view.number(),
                view.title(),
                json(view.amount()),
                view.state(),
                view.madeAt(),
                view.until(),
                view.came() == null ? null : json(view.came()),
                view.paidAt(),
                json(view.returned()),
                view.url());
    }

    /** @param manners {@code redirect}, {@code qr_code} or {@code instructions}: what can be asked for */
    record PayWayJson(UUID id, String name, String kind, List<String> manners) {}

    record PayWaysJson(List<PayWayJson> items) {}

    @GetMapping("/api/v1/me/checkouts/{checkout}/ways")
    PayWaysJson ways(Person payer, @PathVariable CheckoutId checkout, HttpServletRequest request) {
        return new PayWaysJson(leadPayer.ways(sheet.read(payer, checkout), request).stream()
                .map(one -> new PayWayJson(
                        one.way().id().value(),
                        one.way().name(),
                        one.way().kind(),
                        one.manners().stream().map(Db::name).toList()))
                .toList());
    }

    /**
     * @param manner one of the way's; null for what fits the asker's User-Agent
     * @param save whether the payer agreed that the card is kept
     */
    record PaymentWishJson(
            UUID way, @Nullable String manner, @Nullable Boolean save) {}

    /**
     * What the payer has to do next.
     *
     * @param manner {@code redirect}: open {@code go}; {@code qr_code}: show a code that says {@code qr}; {@code instructions}: do what
     *     {@code instructions} say, then tell so at {@code go}
     * @param until when the checkout is over
     */
    record PaymentJson(
            UUID attempt,
            String way,
            String kind,
            String manner,
            @Nullable String go,
            @Nullable String qr,
            @Nullable String instructions,
            Instant until) {}

    /** Asked again, it answers the same. Whether it was paid stands in the checkout. */
    @PutMapping("/api/v1/me/checkouts/{checkout}/payment")
    PaymentJson begin(
            Person payer,
            @PathVariable CheckoutId checkout,
            @RequestBody PaymentWishJson wish,
            HttpServletRequest request) {
        var led = leadPayer.lead(
                payer,
                sheet.read(payer, checkout),
                new LeadPayer.Wish(new WayId(wish.way()), wish.manner(), Boolean.TRUE.equals(wish.save())),
                request);
        return new PaymentJson(
                led.attempt(),
                led.way().name(),
                led.way().kind(),
                Db.name(led.manner()),
                led.go(),
                led.qr(),
                led.instructions(),
                sheet.read(payer, checkout).until());
    }

    @DeleteMapping("/api/v1/me/checkouts/{checkout}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Person payer, @PathVariable CheckoutId checkout) {
        endCheckout.cancel(payer.account(), sheet.circle(payer, checkout), checkout);
    }

    private static MoneyJson json(Money money) {
        return new MoneyJson(money.minor(), money.code());
    }
}
