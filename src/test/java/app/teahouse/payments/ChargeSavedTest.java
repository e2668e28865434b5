package app.teahouse.payments;

import static app.teahouse.payments.SomeCheckouts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Means;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.ledger.Prove;
import app.teahouse.payments.ChargeSaved.Charged;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SomeWays;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A card is kept where its owner said so, and charged at most once for one try. */
@TeahouseTest
class ChargeSavedTest {
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
    TakePayment takePayment;

    @Autowired
    SavedMeans savedMeans;

    @Autowired
    ChargeSaved chargeSaved;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private final CircleId circle = new CircleId(Ids.next());

    @AfterEach
    void everyCentIsExplained() {
        assertThat(prove.prove(circle, Instant.now()).first()).isNull();
    }

    private MeansId kept(AccountId payer, String token) {
        return kept(payer, token, someWays.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS));
    }

    private MeansId kept(AccountId payer, String token, Way way) {
        var checkout = some.open(circle, payer, Ids.next(), PRICE);
        var attempt = some.begin(checkout, way);
        takePayment.take(circle, attempt, gateway.pay(attempt, PRICE, new Means(token, "Visa 4242", 2030, 4)));
        return Objects.requireNonNull(
                Objects.requireNonNull(seller.sales.get(checkout.about())).means());
    }

    @Test
    void a_kept_card_pays_the_next_checkout_once_however_often_the_try_is_repeated() throws Exception {
        var payer = people.someone().account();
        var card = kept(payer, "token");
        assertThat(savedMeans.of(payer))
                .singleElement()
                .satisfies(one -> assertThat(one.label()).isEqualTo("Visa 4242"));
        assertThat(jdbc.queryForObject(
                        "select position('token' in encode(token, 'escape')) from payments.means where account_id = ?",
                        Long.class,
                        payer.value()))
                .isZero();

        var renewal = some.open(circle, payer, Ids.next(), PRICE);
        var tryId = Ids.next();
        var charged = AtOnce.run(4, () -> chargeSaved.charge(circle, renewal.id(), card, tryId));

        assertThat(charged.done()).hasSize(4).containsOnly(new Charged.Done());
        assertThat(seller.told(renewal.about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void the_same_card_kept_again_is_found_by_whoever_knew_it_before() {
        var payer = people.someone().account();
        var way = someWays.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS);
        var card = kept(payer, "token", way);
        assertThat(kept(payer, "newer token", way)).isEqualTo(card);
        assertThat(savedMeans.of(payer)).hasSize(1);

        var renewal = some.open(circle, payer, Ids.next(), PRICE);
        assertThat(chargeSaved.charge(circle, renewal.id(), card, Ids.next())).isEqualTo(new Charged.Done());
    }

    @Test
    void a_gateway_that_is_down_leaves_it_unknown_and_the_same_try_tells_later() {
        var payer = people.someone().account();
        var card = kept(payer, "token");
        var renewal = some.open(circle, payer, Ids.next(), PRICE);
        var tryId = Ids.next();
        gateway.down.add(tryId);
        assertThat(chargeSaved.charge(circle, renewal.id(), card, tryId)).isEqualTo(new Charged.Unknown());
        assertThat(seller.told(renewal.about())).isEmpty();

        gateway.down.remove(tryId);
        assertThat(chargeSaved.charge(circle, renewal.id(), card, tryId)).isEqualTo(new Charged.Done());
    }

    @Test
    void a_declined_try_stays_declined_and_the_checkout_can_be_paid_otherwise() {
        var payer = people.someone().account();
        var card = kept(payer, "stolen");
        var renewal = some.open(circle, payer, Ids.next(), PRICE);
        var tryId = Ids.next();
        for (var i = 0; i < 2; i++) {
            assertThat(chargeSaved.charge(circle, renewal.id(), card, tryId))
                    .isEqualTo(new Charged.Declined("stolen", true));
        }
        assertThat(Objects.requireNonNull(gateway.charged.get(new CheckoutId(tryId)))
                        .get())
                .isEqualTo(1);
        var way = someWays.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS);
        var attempt = some.begin(renewal, way);
        takePayment.take(circle, attempt, gateway.pay(attempt, PRICE, null));
        assertThat(seller.told(renewal.about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void a_card_that_was_removed_or_is_another_persons_is_charged_no_more() {
        var payer = people.someone().account();
        var card = kept(payer, "token");
        var stranger = some.open(circle);
        assertThat(chargeSaved.charge(circle, stranger.id(), card, Ids.next()))
                .isEqualTo(new Charged.Declined("the card is gone", true));

        savedMeans.remove(payer, card);
        var renewal = some.open(circle, payer, Ids.next(), PRICE);
        assertThat(chargeSaved.charge(circle, renewal.id(), card, Ids.next()))
                .isEqualTo(new Charged.Declined("the card is gone", true));
        assertThatThrownBy(() -> chargeSaved.charge(circle, new CheckoutId(Ids.next()), card, Ids.next()))
                .hasMessage("checkout.unknown");
    }
}
