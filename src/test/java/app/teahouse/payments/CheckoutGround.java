package app.teahouse.payments;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.State;
import app.teahouse.ways.SomeWays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who has something to pay, and a gateway that plays along; afterwards every cent is explained. */
abstract class CheckoutGround {
    static final Currency CNY = Currency.getInstance("CNY");

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

    final CircleId circle = new CircleId(Ids.next());

    @SuppressWarnings("NullAway.Init")
    Way way;

    @SuppressWarnings("NullAway.Init")
    Checkout checkout;

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

    List<String> states() {
        return jdbc.queryForList(
                "select state from payments.attempt where circle_id = ? order by attempt_id",
                String.class,
                circle.value());
    }

    State state() {
        return rows.find(circle, checkout.id()).orElseThrow().state();
    }

    long free(Purpose purpose) {
        return ledger.free(circle, Purse.of(purpose), CNY).minor();
    }

    long collected() {
        return ledger.free(circle, Purse.of(Purpose.COLLECTED_OUTSIDE, way.id().value()), CNY)
                .minor();
    }

    void askDue(Instant now) {
        due("update payments.attempt set ask_at = ? where circle_id = ? and state = 'open' and ask_at is not null");
        askGateways.step(now);
    }

    void send() {
        due("update payments.refund set next_at = ? where circle_id = ? and next_at is not null");
        sendRefunds.step(Instant.now());
    }

    /** What is due here comes first in the list that all tests share. */
    void due(String sql) {
        jdbc.update(sql, Timestamp.from(Instant.EPOCH), circle.value());
    }

    void expire() {
        jdbc.update(
                "update payments.checkout set expires_at = ? where circle_id = ? and state = 'open'",
                Timestamp.from(Instant.EPOCH),
                circle.value());
        expireCheckouts.step(Instant.now());
    }
}
