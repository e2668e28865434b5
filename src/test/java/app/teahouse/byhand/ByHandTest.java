package app.teahouse.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.payments.DecideHeld.Verdict;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Money that people see arrive: said, looked for, confirmed once, and given back by hand. */
@TeahouseTest
class ByHandTest extends ByHandGround {
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
}
