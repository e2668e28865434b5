package app.teahouse.payments;

import static app.teahouse.payments.SomeCheckouts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.payments.Checkout.Cancelled;
import app.teahouse.payments.Checkout.Expired;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Checkout.Returned;
import app.teahouse.payments.Checkout.State;
import app.teahouse.payments.Gateway.Found;
import app.teahouse.payments.Gateway.Manner;
import app.teahouse.payments.Gateway.News;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SomeWays;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Money arrives in every order and number of tellings, and is sold for once. */
@TeahouseTest
class TakePaymentTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    SomeCheckouts some;

    @Autowired
    SomePeople people;

    @Autowired
    SomeWays someWays;

    @Autowired
    TestGateway gateway;

    @Autowired
    TestSeller seller;

    @Autowired
    CheckoutRows rows;

    @Autowired
    TakePayment takePayment;

    @Autowired
    HearGateway hearGateway;

    @Autowired
    AskGateway askGateway;

    @Autowired
    AskGateways askGateways;

    @Autowired
    ExpireCheckouts expireCheckouts;

    @Autowired
    EndCheckout endCheckout;

    @Autowired
    SendRefunds sendRefunds;

    @Autowired
    Ledger ledger;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private final CircleId circle = new CircleId(Ids.next());

    @SuppressWarnings("NullAway.Init")
    private Way way;

    @SuppressWarnings("NullAway.Init")
    private Checkout checkout;

    @BeforeEach
    void someCheckout() {
        way = someWays.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS);
        checkout = some.open(circle);
    }

    @AfterEach
    void everyCentIsExplained() {
        assertThat(prove.prove(circle, Instant.now()).first()).isNull();
        assertThat(free(Purpose.RECEIVED))
                .isEqualTo(state() instanceof Held held ? held.came().amount().minor() : 0);
    }

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
    void while_the_gateway_is_down_nothing_is_lost() {
        var attempt = some.begin(checkout, way);
        gateway.pay(attempt, PRICE, null);
        gateway.down.add(attempt.value());

        askDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(state()).isInstanceOf(Open.class);

        gateway.down.remove(attempt.value());
        askDue(Instant.now().plus(Duration.ofMinutes(3)));
        assertThat(state()).isInstanceOf(Paid.class);
    }

    @Test
    void what_a_gateway_can_not_begin_costs_nothing_and_is_begun_again_with_the_same_id() {
        gateway.allDown = true;
        try {
            assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("payment.gateway-down");
        } finally {
            gateway.allDown = false;
        }
        assertThat(states()).containsExactly("closed");
        var attempt = some.begin(checkout, way);
        assertThat(states()).containsExactly("open");
        assertThat(jdbc.queryForObject(
                        "select count(*) from payments.attempt where circle_id = ?", Long.class, circle.value()))
                .isEqualTo(1);
        assertThat(some.begin(checkout, way)).isEqualTo(attempt);
    }

    @Test
    void what_a_gateway_will_not_have_leaves_nothing_open_and_the_next_try_is_another() {
        gateway.unwilling = true;
        try {
            assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("payment.no-such-way");
        } finally {
            gateway.unwilling = false;
        }
        assertThat(states()).containsExactly("declined");
        some.begin(checkout, way);
        assertThat(states()).containsExactly("declined", "open");
    }

    private List<String> states() {
        return jdbc.queryForList(
                "select state from payments.attempt where circle_id = ? order by attempt_id",
                String.class,
                circle.value());
    }

    @Test
    void before_it_expires_the_gateway_is_asked_once_more_and_what_was_paid_in_time_is_sold() {
        var attempt = some.begin(checkout, way);
        gateway.pay(attempt, PRICE, null);

        expire();

        assertThat(state()).isInstanceOf(Paid.class);
        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void what_nobody_pays_expires_is_closed_at_the_gateway_and_money_that_comes_after_all_goes_back() throws Exception {
        var attempt = some.begin(checkout, way);
        expire();
        assertThat(state()).isInstanceOf(Expired.class);
        assertThat(seller.told(checkout.about())).containsExactly("gone");
        askDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(gateway.closed).contains(attempt);

        var late = gateway.pay(attempt, PRICE, null);
        hearGateway.hear(way, gateway.tell("late" + attempt.value(), new News.Paid(attempt, late)));
        send();

        assertThat(state()).isInstanceOf(Expired.class);
        assertThat(seller.told(checkout.about())).containsExactly("gone");
        assertThat(collected()).isZero();
    }

    @Test
    void paid_and_expired_at_once_it_is_one_of_both_and_no_cent_is_lost() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = some.open(circle);
            var attempt = some.begin(one, way);
            var paid = new Found.Paid("p" + attempt.value(), PRICE, Instant.now(), null);
            var outcome = AtOnce.run(List.<Callable<Object>>of(
                    () -> takePayment.take(circle, attempt, paid),
                    () -> endCheckout.expire(circle, one.id(), Instant.now().plus(Duration.ofHours(1)))));

            assertThat(outcome.done()).hasSize(2);
            var sold = outcome.done().contains(Outcome.SOLD);
            assertThat(outcome.done()).contains(sold ? false : Outcome.GOES_BACK);
            assertThat(seller.told(one.about())).containsExactly(sold ? "paid 9900 CNY" : "gone");
        }
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

    @Test
    void the_payer_alone_pays_and_cancels() {
        var other = people.someone().account();
        assertThatThrownBy(() -> endCheckout.cancel(other, circle, checkout.id()))
                .hasMessage("checkout.unknown");

        endCheckout.cancel(checkout.payer(), circle, checkout.id());

        assertThat(state()).isInstanceOf(Cancelled.class);
        assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("checkout.over");
        assertThatThrownBy(() -> endCheckout.cancel(checkout.payer(), circle, checkout.id()))
                .hasMessage("checkout.over");
    }

    @Test
    void for_one_thing_there_is_one_checkout_at_a_time_also_when_asked_at_once() throws Exception {
        var payer = people.someone().account();
        var about = Ids.next();
        var opened = AtOnce.run(8, () -> some.open(circle, payer, about, PRICE).id());

        assertThat(opened.done()).hasSize(8);
        assertThat(opened.done().stream().distinct()).hasSize(1);
        assertThatThrownBy(() -> some.open(circle, payer, about, Money.of(1, "CNY")))
                .hasMessage("checkout.other");
        endCheckout.withdraw(circle, opened.done().getFirst());
        assertThat(some.open(circle, payer, about, PRICE).id())
                .isNotEqualTo(opened.done().getFirst());
    }

    private State state() {
        return rows.find(circle, checkout.id()).orElseThrow().state();
    }

    private long free(Purpose purpose) {
        return ledger.free(circle, Purse.of(purpose), CNY).minor();
    }

    private long collected() {
        return ledger.free(circle, Purse.of(Purpose.COLLECTED_OUTSIDE, way.id().value()), CNY)
                .minor();
    }

    private void askDue(Instant now) {
        due("update payments.attempt set ask_at = ? where circle_id = ? and state = 'open' and ask_at is not null");
        askGateways.step(now);
    }

    private void send() {
        due("update payments.refund set next_at = ? where circle_id = ? and next_at is not null");
        sendRefunds.step(Instant.now());
    }

    /** What is due here comes first in the list that all tests share. */
    private void due(String sql) {
        jdbc.update(sql, Timestamp.from(Instant.EPOCH), circle.value());
    }

    private void expire() {
        jdbc.update(
                "update payments.checkout set expires_at = ? where circle_id = ? and state = 'open'",
                Timestamp.from(Instant.EPOCH),
                circle.value());
        expireCheckouts.step(Instant.now());
    }
}
