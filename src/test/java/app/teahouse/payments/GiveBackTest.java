package app.teahouse.payments;

import static app.teahouse.payments.SomeCheckouts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SomeWays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Money goes back, never more than came, and each cent of it is told. */
@TeahouseTest
class GiveBackTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    SomeCheckouts some;

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
    GiveBack giveBack;

    @Autowired
    SendRefunds sendRefunds;

    @Autowired
    Ledger ledger;

    @Autowired
    Prove prove;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final CircleId circle = new CircleId(Ids.next());

    @AfterEach
    void everyCentIsExplained() {
        assertThat(prove.prove(circle, Instant.now()).first()).isNull();
    }

    private record Sold(Checkout checkout, CheckoutId attempt, Way way) {}

    private Sold sold() {
        var way = someWays.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS);
        var checkout = some.open(circle);
        var attempt = some.begin(checkout, way);
        takePayment.take(circle, attempt, gateway.pay(attempt, PRICE, null));
        return new Sold(checkout, attempt, way);
    }

    @Test
    void a_part_and_then_the_rest_go_back_and_the_seller_hears_of_each() {
        var sold = sold();
        var part = ask(sold, 4000);
        assertThat(refunding(part)).isEqualTo(4000);
        send();
        ask(sold, 5900);
        send();

        assertThat(seller.told(sold.checkout().about()))
                .containsExactly("paid 9900 CNY", "returned 4000 CNY DONE", "returned 5900 CNY DONE");
        assertThat(paid(sold).returned()).isEqualTo(PRICE);
        assertThat(collected(sold)).isZero();
        assertThat(refunding(part)).isZero();
    }

    @Test
    void two_refunds_at_once_never_give_back_more_than_came() throws Exception {
        var sold = sold();
        var attempts = AtOnce.run(8, () -> ask(sold, 4000));

        assertThat(attempts.done()).hasSize(2);
        assertThat(attempts.refused()).hasSize(6).containsOnly("refund.too-much");
        assertThat(paid(sold).refunded().minor()).isEqualTo(8000);
    }

    @Test
    void the_same_refund_asked_again_is_one_and_another_under_its_id_is_refused() {
        var sold = sold();
        var id = new RefundId(Ids.next());
        assertThat(ask(sold, id, 4000)).isTrue();
        assertThat(ask(sold, id, 4000)).isFalse();
        assertThatThrownBy(() -> ask(sold, id, 4001)).hasMessage("refund.other");
        assertThat(paid(sold).refunded().minor()).isEqualTo(4000);
    }

    @Test
    void while_the_gateway_is_down_the_money_waits_in_the_ledger() {
        var sold = sold();
        var id = new RefundId(Ids.next());
        gateway.down.add(id.value());
        ask(sold, id, 9900);
        send();
        assertThat(refunding(id)).isEqualTo(9900);

        gateway.down.remove(id.value());
        send();
        assertThat(refunding(id)).isZero();
        assertThat(collected(sold)).isZero();
    }

    @Test
    void a_refund_that_takes_a_while_ends_by_asking_or_by_telling_and_once() throws Exception {
        var sold = sold();
        var id = new RefundId(Ids.next());
        gateway.refunds.put(id, new Refunded.OnItsWay("r1"));
        ask(sold, id, 9900);
        send();
        assertThat(refunding(id)).isEqualTo(9900);

        var done = new Refunded.Done("r1", Instant.now());
        gateway.refunds.put(id, done);
        hearGateway.hear(sold.way(), gateway.tell("r" + id.value(), new News.RefundEnded(id, done)));
        hearGateway.hear(sold.way(), gateway.tell("s" + id.value(), new News.RefundEnded(id, done)));
        send();

        assertThat(refunding(id)).isZero();
        assertThat(seller.told(sold.checkout().about())).containsExactly("paid 9900 CNY", "returned 9900 CNY DONE");
    }

    @Test
    void a_refund_that_the_gateway_refuses_stays_in_the_ledger_and_the_seller_hears_of_it() {
        var sold = sold();
        var id = new RefundId(Ids.next());
        gateway.refunds.put(id, new Refunded.Refused("the card is closed"));
        ask(sold, id, 9900);
        send();
        send();

        assertThat(refunding(id)).isEqualTo(9900);
        assertThat(seller.told(sold.checkout().about())).containsExactly("paid 9900 CNY", "returned 9900 CNY REFUSED");
    }

    @Test
    void what_the_ledger_does_not_hold_is_not_sent() {
        var sold = sold();
        var id = new RefundId(Ids.next());
        transaction.execute(_ -> giveBack.ask(circle, id, sold.checkout().id(), PRICE, "forgot to move it"));
        send();

        assertThat(gateway.refunds).doesNotContainKey(id);
    }

    @Test
    void what_was_given_back_on_the_gateways_own_screens_is_booked_once() throws Exception {
        var sold = sold();
        var payment = "payment-" + sold.attempt().value();
        var back = new News.GivenBack(payment, "outside", Money.of(1000, "CNY"), Instant.now());
        hearGateway.hear(sold.way(), gateway.tell("g" + sold.attempt().value(), back));
        hearGateway.hear(sold.way(), gateway.tell("h" + sold.attempt().value(), back));

        assertThat(paid(sold).returned().minor()).isEqualTo(1000);
        assertThat(paid(sold).left().minor()).isEqualTo(8900);
        assertThat(collected(sold)).isEqualTo(-8900);
        assertThat(seller.told(sold.checkout().about())).containsExactly("paid 9900 CNY", "returned outside 1000 CNY");
    }

    @Test
    void a_dispute_is_told_once_at_its_beginning_and_once_at_its_end() throws Exception {
        var sold = sold();
        var payment = "payment-" + sold.attempt().value();
        for (var i = 0; i < 2; i++) {
            hearGateway.hear(
                    sold.way(), gateway.tell("d" + i + payment, new News.Disputed(payment, "dispute", PRICE, null)));
        }
        for (var i = 0; i < 2; i++) {
            hearGateway.hear(
                    sold.way(), gateway.tell("e" + i + payment, new News.DisputeEnded(payment, "dispute", true)));
        }

        assertThat(seller.told(sold.checkout().about()))
                .containsExactly("paid 9900 CNY", "disputed 9900 CNY OPENED", "disputed 9900 CNY WON");
    }

    private RefundId ask(Sold sold, long minor) {
        var id = new RefundId(Ids.next());
        ask(sold, id, minor);
        return id;
    }

    /** As a seller does it: first asked, then moved. */
    private boolean ask(Sold sold, RefundId id, long minor) {
        var amount = Money.of(minor, "CNY");
        return Objects.requireNonNull(transaction.execute(_ -> {
            var asked = giveBack.ask(circle, id, sold.checkout().id(), amount, "test");
            ledger.post(
                    circle,
                    sold.checkout().id().value(),
                    List.of(seller.begin(Objects.requireNonNull(seller.sales.get(about(sold))), id, amount)));
            return asked;
        }));
    }

    private static UUID about(Sold sold) {
        return sold.checkout().about();
    }

    private void send() {
        jdbc.update(
                "update payments.refund set next_at = ? where circle_id = ? and next_at is not null",
                Timestamp.from(Instant.EPOCH),
                circle.value());
        sendRefunds.step(Instant.now());
    }

    private Paid paid(Sold sold) {
        return (Paid) rows.find(circle, sold.checkout().id()).orElseThrow().state();
    }

    private long refunding(RefundId id) {
        return ledger.free(circle, Purse.of(Purpose.REFUNDING, id.value()), CNY).minor();
    }

    private long collected(Sold sold) {
        return ledger.free(
                        circle,
                        Purse.of(Purpose.COLLECTED_OUTSIDE, sold.way().id().value()),
                        CNY)
                .minor();
    }
}
