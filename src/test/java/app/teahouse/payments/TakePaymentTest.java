package app.teahouse.payments;

import static app.teahouse.payments.SomeCheckouts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Checkout.Returned;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Money arrives in every order and number of tellings, and is sold for once. */
@TeahouseTest
class TakePaymentTest extends CheckoutGround {
    @Test
    void what_is_paid_is_sold_and_booked_once_however_often_it_is_told() throws Exception {
        var attempt = some.begin(checkout, way);
        var paid = gateway.pay(attempt, PRICE, null);

        assertThat(takePayment.take(circle, attempt, paid)).isEqualTo(Outcome.SOLD);
        assertThat(takePayment.take(circle, attempt, paid)).isEqualTo(Outcome.KNOWN);
        hearGateway.hear(way, gateway.tell("n-" + attempt.value(), new News.Paid(attempt, paid)));
        hearGateway.hear(way, gateway.tell("n-" + attempt.value(), new News.Paid(attempt, paid)));
        assertThat(askGateway.ask(circle, attempt.value())).isTrue();

        assertThat(state()).isInstanceOf(Paid.class);
        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
        assertThat(free(Purpose.INCOME_OUTSIDE)).isEqualTo(9900);
    }

    @Test
    void a_notification_before_the_return_at_once_with_a_job_and_the_return_page_sells_once() throws Exception {
        var attempt = some.begin(checkout, way);
        var paid = gateway.pay(attempt, PRICE, null);
        var all = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            var told = gateway.tell("n" + i + attempt.value(), new News.Paid(attempt, paid));
            all.add(() -> {
                hearGateway.hear(way, told);
                return true;
            });
            all.add(() -> askGateway.ask(circle, attempt.value()));
            all.add(() -> takePayment.take(circle, attempt, paid) != Outcome.HELD);
        }

        assertThat(AtOnce.run(all).done()).hasSize(12).containsOnly(true);

        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
        assertThat(free(Purpose.INCOME_OUTSIDE)).isEqualTo(9900);
    }

    @Test
    void paid_in_two_ways_it_is_sold_once_and_the_second_goes_back() {
        var site = someWays.ofSite(TestGateway.KIND, TestGateway.SECRETS);
        var first = some.begin(checkout, way);
        var second = some.begin(checkout, site, Manner.QR_CODE);

        assertThat(takePayment.take(circle, first, gateway.pay(first, PRICE, null)))
                .isEqualTo(Outcome.SOLD);
        assertThat(takePayment.take(circle, second, gateway.pay(second, PRICE, null)))
                .isEqualTo(Outcome.GOES_BACK);
        send();

        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
        assertThat(free(Purpose.INCOME_OUTSIDE)).isEqualTo(9900);
        assertThat(ledger.free(circle, Purse.of(Purpose.COLLECTED, site.id().value()), CNY)
                        .minor())
                .as("what the site got went back")
                .isZero();
        assertThat(state())
                .isInstanceOfSatisfying(
                        Paid.class,
                        still -> assertThat(still.refunded().isZero()).isTrue());
    }

    @Test
    void what_nobody_tells_a_job_asks_for() throws Exception {
        var attempt = some.begin(checkout, way);
        gateway.pay(attempt, PRICE, null);

        askDue(Instant.now().plus(Duration.ofMinutes(1)));

        assertThat(state()).isInstanceOf(Paid.class);
    }

    @Test
    void whoever_sells_may_say_that_it_is_too_late_and_then_all_of_it_goes_back() {
        seller.tooLate.add(checkout.about());
        var attempt = some.begin(checkout, way);

        assertThat(takePayment.take(circle, attempt, gateway.pay(attempt, PRICE, null)))
                .isEqualTo(Outcome.GOES_BACK);
        assertThat(state()).isInstanceOf(Returned.class);
        assertThat(collected()).isEqualTo(-9900);
        send();

        assertThat(collected()).isZero();
        assertThat(state())
                .isInstanceOfSatisfying(
                        Returned.class, all -> assertThat(all.returned()).isEqualTo(PRICE));
    }

    @Test
    void a_seller_that_breaks_undoes_all_and_it_is_tried_again() {
        seller.broken.add(checkout.about());
        var attempt = some.begin(checkout, way);
        var paid = gateway.pay(attempt, PRICE, null);
        assertThatThrownBy(() -> takePayment.take(circle, attempt, paid)).hasMessage("broken for a test");
        assertThat(collected()).isZero();

        seller.broken.remove(checkout.about());
        askDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(state()).isInstanceOf(Paid.class);
    }

    @Test
    void another_amount_or_currency_waits_for_a_person() {
        var attempt = some.begin(checkout, way);
        assertThat(takePayment.take(circle, attempt, gateway.pay(attempt, Money.of(9800, "CNY"), null)))
                .isEqualTo(Outcome.HELD);
        assertThat(state()).isInstanceOf(Held.class);
        assertThat(seller.told(checkout.about())).isEmpty();

        var other = some.open(circle);
        var inDollars = some.begin(other, way);
        assertThat(takePayment.take(circle, inDollars, gateway.pay(inDollars, Money.of(9900, "USD"), null)))
                .isEqualTo(Outcome.HELD);
    }

    @Test
    void a_forged_notification_is_refused_and_one_about_another_way_is_not_followed() throws Exception {
        var attempt = some.begin(checkout, way);
        var news = new News.Paid(attempt, new Found.Paid("forged", PRICE, Instant.now(), null));
        var told = gateway.tell("forged" + attempt.value(), news);
        var forged = new Gateway.Told(Map.of("x-test-signature", "00"), told.body(), told.at());
        assertThatThrownBy(() -> hearGateway.hear(way, forged)).hasMessage("payment.not-proven");

        var stranger = someWays.ofCircle(new CircleId(Ids.next()), TestGateway.KIND, TestGateway.SECRETS);
        hearGateway.hear(stranger, told);

        assertThat(state()).isInstanceOf(Open.class);
    }
}
