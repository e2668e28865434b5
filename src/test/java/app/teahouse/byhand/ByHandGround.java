package app.teahouse.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.payments.Checkout;
import app.teahouse.payments.DecideHeld;
import app.teahouse.payments.EndCheckout;
import app.teahouse.payments.EndRefund;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TestSeller;
import app.teahouse.tokens.SomeTokens;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who chose to pay by hand; afterwards every cent is explained. */
abstract class ByHandGround {
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
    Partner partner;

    @SuppressWarnings("NullAway.Init")
    Person payer;

    @SuppressWarnings("NullAway.Init")
    Checkout checkout;

    @SuppressWarnings("NullAway.Init")
    CheckoutId attempt;

    @BeforeEach
    void somebodyChoseToPayByHand() {
        partner = circles.partner(circles.someOwner());
        payer = people.someone();
        var way = setUpWay.add(
                partner, "byhand", new WayText("Bank", true, List.of(), Map.of("instructions", "Account 42")));
        checkout = some.open(partner.circle(), payer);
        attempt = some.begin(checkout, waysOf(way), Manner.INSTRUCTIONS);
    }

    Way waysOf(WayId id) {
        return new Way(id, partner.circle(), "byhand", "Bank", true, Set.of());
    }

    @AfterEach
    void everyCentIsExplained() {
        assertThat(prove.prove(partner.circle(), Instant.now()).first()).isNull();
    }

    MvcTestResult claim(String uri, Person person, String wish) {
        return mvc.put()
                .uri(uri + "/claim")
                .header("Authorization", token(person))
                .contentType("application/json")
                .content(wish)
                .exchange();
    }

    String token(Person person) {
        return "Bearer " + tokens.some(person, "read", "write");
    }

    String page() {
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
