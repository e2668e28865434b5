package app.teahouse.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.payments.AskNow;
import app.teahouse.payments.BeginPayment;
import app.teahouse.payments.ChargeSaved;
import app.teahouse.payments.ChargeSaved.Charged;
import app.teahouse.payments.Checkout;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TestSeller;
import app.teahouse.practice.PlayPayment.Play;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.Selling;
import app.teahouse.ways.SomeWays;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The gateway that plays behaves as real ones do. */
@TeahouseTest
@Isolated("it switches play money on for the whole site")
class PracticeTest {
    @Autowired
    SomePeople people;

    @Autowired
    SomeCheckouts some;

    @Autowired
    SomeWays someWays;

    @Autowired
    BeginPayment beginPayment;

    @Autowired
    PlayPayment playPayment;

    @Autowired
    ChargeSaved chargeSaved;

    @Autowired
    AskNow askNow;

    @Autowired
    TestSeller seller;

    @Autowired
    Selling selling;

    @Autowired
    Prove prove;

    @Autowired
    app.teahouse.kernel.Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private final CircleId circle = new CircleId(Ids.next());

    @SuppressWarnings("NullAway.Init")
    private Way way;

    @SuppressWarnings("NullAway.Init")
    private Person payer;

    @BeforeEach
    void playMoneyIsOn() {
        change(true);
        way = someWays.ofCircle(circle, "practice", Map.of("none", "none"));
        payer = people.someone();
    }

    private void change(boolean practice) {
        var operator = gate.operator(new app.teahouse.kernel.Visitor(people.someOperator()));
        selling.change(operator, new Selling.Switches(false, practice));
    }

    @AfterEach
    void everyCentIsExplained() {
        change(false);
        assertThat(prove.prove(circle, Instant.now()).first()).isNull();
    }

    private record Begun(Checkout checkout, String name) {}

    private Begun begin() {
        var checkout = some.open(circle, payer);
        var led = beginPayment.begin(
                payer.account(),
                circle,
                checkout.id(),
                new BeginPayment.Choice(way.id(), Manner.REDIRECT, null, "127.0.0.1", true));
        return new Begun(checkout, led.to().reference());
    }

    @Test
    void what_is_paid_is_told_twice_and_sold_once() {
        var one = begin();
        assertThat(mvc.get().uri("/practice/" + one.name()))
                .hasStatusOk()
                .bodyText()
                .contains("Practice payment", "No money moves");
        assertThat(mvc.post()
                        .uri("/practice/" + one.name())
                        .param("deed", "pay")
                        .param("card", "4242")
                        .param("tell", "twice")
                        .with(csrf()))
                .hasStatus(303)
                .hasHeader("Location", "/pay/" + Ids.text(one.checkout().id()));
        assertThat(seller.told(one.checkout().about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void what_it_never_tells_the_site_asks_for_when_the_payer_is_back() {
        var one = begin();
        assertThat(playPayment.play(one.name(), Play.of("pay", "4242", "never")))
                .isTrue();
        assertThat(seller.told(one.checkout().about())).isEmpty();

        askNow.ask(payer.account(), circle, one.checkout().id());

        assertThat(seller.told(one.checkout().about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void half_of_it_is_held_and_a_declined_card_pays_nothing() {
        var half = begin();
        playPayment.play(half.name(), Play.of("pay-less", "4242", "once"));
        assertThat(state(half)).isEqualTo("held");

        var declined = begin();
        assertThatThrownBy(() -> playPayment.play(declined.name(), Play.of("pay", "0002", "once")))
                .hasMessage("practice.declined");
        assertThat(state(declined)).isEqualTo("open");
        playPayment.play(declined.name(), Play.of("pay", "4242", "once"));
        assertThat(state(declined)).isEqualTo("paid");
    }

    @Test
    void what_is_paid_too_late_goes_back() {
        var one = begin();
        playPayment.play(one.name(), Play.of("pay-late", "4242", "once"));
        jdbc.update(
                "update payments.checkout set state = 'expired', ended_at = now() where circle_id = ?", circle.value());
        playPayment.step(Instant.now().plusSeconds(7200));

        assertThat(seller.told(one.checkout().about())).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from payments.refund where circle_id = ?", Long.class, circle.value()))
                .isEqualTo(1);
    }

    @Test
    void a_kept_card_pays_the_next_time_or_does_not_as_its_digits_say() {
        assertThat(charge("4242")).isEqualTo(new Charged.Done());
        assertThat(charge("0341")).isEqualTo(new Charged.Declined("not enough money on the card", false));
        assertThat(charge("9979")).isEqualTo(new Charged.Declined("reported as stolen", true));
    }

    private Charged charge(String digits) {
        var one = begin();
        playPayment.play(one.name(), Play.of("pay", digits, "once"));
        var card = Objects.requireNonNull(
                Objects.requireNonNull(seller.sales.get(one.checkout().about())).means());
        return chargeSaved.charge(circle, some.open(circle, payer).id(), card, Ids.next());
    }

    @Test
    void where_it_is_not_switched_on_nobody_is_offered_it() {
        change(false);
        assertThatThrownBy(this::begin).hasMessage("payment.no-such-way");
    }

    private String state(Begun one) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select state from payments.checkout where circle_id = ? and checkout_id = ?",
                String.class,
                circle.value(),
                one.checkout().id().value()));
    }
}
