package app.teahouse.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.payments.Checkout;
import app.teahouse.payments.CheckoutId;
import app.teahouse.payments.DecideHeld;
import app.teahouse.payments.DecideHeld.Verdict;
import app.teahouse.payments.EndCheckout;
import app.teahouse.payments.EndRefund;
import app.teahouse.payments.Gateway.Manner;
import app.teahouse.payments.RefundId;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.payments.TestSeller;
import app.teahouse.payments.Way;
import app.teahouse.payments.WayId;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Money that people see arrive: said, looked for, confirmed once, and given back by hand. */
@TeahouseTest
class ByHandTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCheckouts some;

    @Autowired
    SetUpWay setUpWay;

    @Autowired
    SayPaid sayPaid;

    @Autowired
    ConfirmPayment confirm;

    @Autowired
    DecideHeld decideHeld;

    @Autowired
    EndRefund endRefund;

    @Autowired
    EndCheckout endCheckout;

    @Autowired
    HandList hands;

    @Autowired
    TestSeller seller;

    @Autowired
    Prove prove;

    @Autowired
    Gate gate;

    @Autowired
    SomeTokens tokens;

    @Autowired
    MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private Partner partner;

    @SuppressWarnings("NullAway.Init")
    private Person payer;

    @SuppressWarnings("NullAway.Init")
    private Checkout checkout;

    @SuppressWarnings("NullAway.Init")
    private CheckoutId attempt;

    @BeforeEach
    void somebodyChoseToPayByHand() {
        partner = circles.partner(circles.someOwner());
        payer = people.someone();
        var way = setUpWay.add(
                partner, "byhand", new WayText("Bank", true, List.of(), Map.of("instructions", "Account 42")));
        checkout = some.open(partner.circle(), payer);
        attempt = some.begin(checkout, waysOf(way), Manner.INSTRUCTIONS);
    }

    private Way waysOf(WayId id) {
        return new Way(id, partner.circle(), "byhand", "Bank", true, Set.of());
    }

    @AfterEach
    void everyCentIsExplained() {
        assertThat(prove.prove(partner.circle(), Instant.now()).first()).isNull();
    }

    @Test
    void who_says_that_they_paid_is_found_by_whoever_receives_and_confirmed() {
        sayPaid.say(payer, partner.circle(), attempt.value(), "Wenche, 4711", null);
        assertThat(hands.of(partner).arrivals()).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("Wenche, 4711");
            assertThat(one.saidAt()).isNotNull();
        });

        assertThat(confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement 7"))
                .isEqualTo(Outcome.SOLD);

        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
        assertThat(hands.of(partner).isEmpty()).isTrue();
        assertThatThrownBy(() -> confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "again"))
                .hasMessage("byhand.decided");
    }

    @Test
    void of_two_who_decide_at_once_one_does() throws Exception {
        sayPaid.say(payer, partner.circle(), attempt.value(), "", null);
        var decided = AtOnce.run(8, () -> {
            if (Ids.next().hashCode() % 2 == 0) {
                confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement");
            } else {
                confirm.missing(partner, attempt.value(), "not found");
            }
            return true;
        });

        assertThat(decided.done()).hasSize(1);
        assertThat(decided.refused()).hasSize(7).containsOnly("byhand.decided");
    }

    @Test
    void confirmed_and_cancelled_at_once_it_is_sold_or_goes_back_by_hand() throws Exception {
        var outcome = AtOnce.run(List.<Callable<Object>>of(
                () -> confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement"), () -> {
                    endCheckout.cancel(payer.account(), partner.circle(), checkout.id());
                    return true;
                }));

        if (outcome.done().contains(Outcome.SOLD)) {
            assertThat(outcome.refused()).containsExactly("checkout.over");
            assertThat(hands.of(partner).refunds()).isEmpty();
        } else {
            assertThat(outcome.done()).contains(Outcome.GOES_BACK);
            assertThat(hands.of(partner).refunds()).hasSize(1);
        }
    }

    @Test
    void what_did_not_arrive_is_told_and_may_be_said_again() {
        sayPaid.say(payer, partner.circle(), attempt.value(), "", null);
        confirm.missing(partner, attempt.value(), "Nothing on the statement");
        assertThat(page()).contains("Nothing on the statement");

        sayPaid.say(payer, partner.circle(), attempt.value(), "today", null);
        assertThat(confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement"))
                .isEqualTo(Outcome.SOLD);
    }

    @Test
    void what_somebody_says_they_paid_waits_also_when_they_buy_it_no_more() {
        sayPaid.say(payer, partner.circle(), attempt.value(), "4711", null);
        endCheckout.cancel(payer.account(), partner.circle(), checkout.id());

        assertThat(hands.of(partner).arrivals()).singleElement().matches(HandView.Arrival::over);
        assertThat(confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement"))
                .isEqualTo(Outcome.GOES_BACK);
        assertThat(hands.of(partner).refunds()).hasSize(1);
    }

    @Test
    void another_amount_is_held_and_given_back_by_hand_or_accepted() {
        assertThat(confirm.arrived(partner, attempt.value(), Money.of(5000, "CNY"), "statement"))
                .isEqualTo(Outcome.HELD);
        assertThat(hands.of(partner).held()).hasSize(1);

        assertThat(decideHeld.decide(partner, checkout.id(), Verdict.GIVE_BACK, "too little"))
                .isEqualTo(Outcome.GOES_BACK);
        assertThat(seller.told(checkout.about())).containsExactly("gone");
        var refund = hands.of(partner).refunds().getFirst();
        endRefund.byHand(partner, new RefundId(refund.refund()), "transfer back 8");

        assertThat(hands.of(partner).isEmpty()).isTrue();
        assertThatThrownBy(() -> endRefund.byHand(partner, new RefundId(refund.refund()), "twice"))
                .hasMessage("checkout.decided");
        assertThatThrownBy(() -> decideHeld.decide(partner, checkout.id(), Verdict.ACCEPT, "again"))
                .hasMessage("checkout.decided");
    }

    @Test
    void another_amount_that_is_accepted_is_sold_for_what_came() {
        confirm.arrived(partner, attempt.value(), Money.of(9000, "CNY"), "statement");
        assertThat(decideHeld.decide(partner, checkout.id(), Verdict.ACCEPT, "bank fee"))
                .isEqualTo(Outcome.SOLD);
        assertThat(seller.told(checkout.about())).containsExactly("paid 9000 CNY");
    }

    @Test
    void nobody_else_pays_says_confirms_or_sees() {
        var stranger = people.someone();
        var other = circles.partner(circles.someOwner());
        var operator = gate.operator(new Visitor(people.someOperator()));

        assertThatThrownBy(() -> sayPaid.say(stranger, partner.circle(), attempt.value(), "", null))
                .hasMessage("checkout.unknown");
        assertThatThrownBy(() -> confirm.arrived(other, attempt.value(), SomeCheckouts.PRICE, "x"))
                .hasMessage("checkout.unknown");
        assertThatThrownBy(() -> confirm.arrived(operator, partner.circle(), attempt.value(), SomeCheckouts.PRICE, "x"))
                .as("the circle receives this money, so the operator can't say that it came")
                .hasMessage("checkout.unknown");
        for (var path : List.of("/pay/by-hand/" + attempt.value(), "/pay/" + Ids.text(checkout.id()))) {
            assertThat(mvc.get().uri(path).cookie(people.cookie(stranger))).hasStatus(404);
            assertThat(mvc.get().uri(path).cookie(people.cookie(partner.member().person())))
                    .hasStatus(404);
            assertThat(mvc.get().uri(path).cookie(people.cookie(payer))).hasStatusOk();
        }
    }

    @Test
    void the_paying_page_leads_on_and_in_wechat_on_an_iphone_there_is_none() {
        var cookie = people.cookie(payer);
        var pay = "/pay/" + Ids.text(checkout.id());
        assertThat(mvc.get().uri(pay).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("A year of tea", "99.00", checkout.number(), "Bank");
        assertThat(mvc.get()
                        .uri(pay)
                        .header("User-Agent", "Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0")
                        .cookie(cookie))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("99.00", "A year of tea");
        assertThat(mvc.post().uri(pay + "/state").cookie(cookie).with(csrf())).hasStatus(303);
        assertThat(mvc.post().uri(pay + "/cancellation").cookie(cookie).with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri(pay).cookie(cookie)).bodyText().contains("Cancelled");
    }

    @Test
    void a_program_says_that_it_was_paid_for_its_payer_alone() throws Exception {
        var uri = "/api/v1/me/payments/by-hand/" + attempt.value();
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var wish = "{\"reference\": \"Lin, 4711\", \"picture\": \""
                + Base64.getEncoder().encodeToString(picture.toByteArray()) + "\"}";

        assertThat(mvc.get().uri(uri).header("Authorization", token(payer)))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"open\": true, \"amount\": 9900, \"way\": \"Bank\", \"instructions\": \"Account 42\", \"said\": null}");
        assertThat(mvc.get().uri(uri + "/code").header("Authorization", token(payer)))
                .as("this way has none")
                .hasStatus(404);
        for (var other : List.of(people.someone(), partner.member().person())) {
            assertThat(mvc.get().uri(uri).header("Authorization", token(other))).hasStatus(404);
            assertThat(claim(uri, other, wish)).hasStatus(404);
        }
        assertThat(mvc.put().uri(uri + "/claim").contentType("application/json").content(wish))
                .hasStatus(401);
        assertThat(claim(uri, payer, "{\"picture\": \"no picture\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("file.unreadable");
        assertThat(hands.of(partner).arrivals()).allMatch(one -> one.saidAt() == null);

        for (var again = 0; again < 2; again++) {
            assertThat(claim(uri, payer, wish))
                    .bodyJson()
                    .extractingPath("$.said")
                    .isEqualTo("waiting");
        }
        assertThat(hands.of(partner).arrivals()).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("Lin, 4711");
            assertThat(one.picture()).isTrue();
        });
        assertThat(claim(uri, payer, "{\"reference\": \"4712\"}")).hasStatusOk();
        assertThat(hands.of(partner).arrivals())
                .singleElement()
                .satisfies(one -> assertThat(one.reference()).isEqualTo("4712"));

        confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement");
        assertThat(claim(uri, payer, wish)).hasStatus(409).bodyText().contains("byhand.decided");
        assertThat(mvc.get().uri(uri).header("Authorization", token(payer)))
                .bodyJson()
                .isLenientlyEqualTo("{\"open\": false, \"said\": \"arrived\"}");
    }

    private MvcTestResult claim(String uri, Person person, String wish) {
        return mvc.put()
                .uri(uri + "/claim")
                .header("Authorization", token(person))
                .contentType("application/json")
                .content(wish)
                .exchange();
    }

    private String token(Person person) {
        return "Bearer " + tokens.some(person, "read", "write");
    }

    private String page() {
        try {
            return mvc.get()
                    .uri("/pay/by-hand/" + attempt.value())
                    .cookie(people.cookie(payer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
