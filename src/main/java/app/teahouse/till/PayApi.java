package app.teahouse.till;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.payments.CheckoutId;
import app.teahouse.payments.EndCheckout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checkouts of one's own, for programs. {@link PayPages} is the other door. */
@RestController
class PayApi {
    private final PaySheet sheet;
    private final EndCheckout endCheckout;

    PayApi(PaySheet sheet, EndCheckout endCheckout) {
        this.sheet = sheet;
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

    @DeleteMapping("/api/v1/me/checkouts/{checkout}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Person payer, @PathVariable CheckoutId checkout) {
        endCheckout.cancel(payer.account(), sheet.circle(payer, checkout), checkout);
    }

    private static MoneyJson json(Money money) {
        return new MoneyJson(money.minor(), money.code());
    }
}
