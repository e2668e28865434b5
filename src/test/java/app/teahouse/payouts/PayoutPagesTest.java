package app.teahouse.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.testing.TeahouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What owners, partners and operators read about payouts: what was wrong stands where it was typed, and sums as people write them. */
@TeahouseTest
class PayoutPagesTest extends PayoutsGround {
    @Test
    void a_wrong_password_is_said_where_it_was_typed() {
        assertThat(post("/details", account("wrong")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"proof-error\"")
                .doesNotContain("id=\"password-CNY-error\"");
        assertThat(payouts("")).bodyText().contains("A Bank ··8901").doesNotContain("··8 901");
    }

    @Test
    void the_sum_is_looked_at_before_the_password_and_no_password_is_no_guess() {
        var wish = Map.of("id", Ids.text(new PayoutId(Ids.next())), "currency", "CNY");
        assertThat(post("", with(wish, "amount", "9.99")))
                .hasStatus(422)
                .bodyText()
                .contains("A payout is at least CN¥10.00.");
        for (var i = 0; i < 12; i++) {
            assertThat(post("", with(wish, "amount", "10000.01")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("There is not so much available.");
            assertThat(post("", with(wish, "amount", "6000")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"password-CNY-error\"");
        }
    }

    @Test
    void what_the_owner_took_back_did_not_fail() {
        var id = ask(50_000);
        askForPayout.cancel(somePlans.partner(owner), id);
        assertThat(payouts("/" + Ids.text(id)))
                .bodyText()
                .contains("Payout taken back")
                .doesNotContain("Payout failed");
    }

    @Test
    void what_came_of_earlier_ones_is_read_with_the_list_and_opens_its_transfers() {
        var id = ask(50_000);
        var batch = payByHand.batch(operator());
        assertThat(operator("/site/money/circles/" + owner.circle().value() + "/accounts/on-its-way?currency=CNY"))
                .hasStatusOk()
                .bodyText()
                .contains("CN¥500.00", "Payout asked for");
        payByHand.paid(operator(), owner.circle(), id, "B-77");
        assertThat(operator("/site/money/payouts/decided"))
                .hasStatusOk()
                .bodyText()
                .contains(Ids.text(id), "Reference B-77", batch + ".csv");
        assertThat(operator("/site/log"))
                .bodyText()
                .contains("Paid CN¥500.00 out to " + owner.member().face().name());
    }

    @Test
    void what_came_back_is_noted_with_its_reason_where_it_stands_and_its_owner_reads_why() {
        var id = ask(50_000);
        payByHand.batch(operator());
        payByHand.paid(operator(), owner.circle(), id, "B-77");
        var there = "/site/money/payouts/" + Ids.text(owner.circle()) + "/" + Ids.text(id) + "/return";
        assertThat(operate(there, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"reason-" + Ids.text(id) + "-error\"");
        assertThat(operate(there, "reason", "Account closed")).hasStatus(303);
        assertThat(operate(there, "reason", "Account closed"))
                .hasStatus(409)
                .bodyText()
                .contains("came back already");
        assertThat(payouts("/" + Ids.text(id))).bodyText().contains("Came back", "Account closed", "Payout came back");
        assertThat(operator("/site/log"))
                .bodyText()
                .contains("a payout of CN¥500.00 to " + owner.member().face().name() + " came back");
    }

    @Test
    void the_operator_reads_on_their_desk_that_something_waits() {
        ask(50_000);
        assertThat(operator("/site")).bodyText().contains("for you: payments to confirm", "href=\"/site/money\"");
        assertThat(operator("/site/log")).bodyText().containsPattern("\\(\\d+ waits? for you\\)");
    }

    @Test
    void what_is_wrong_with_one_of_several_payouts_stands_at_that_one() {
        var id = ask(50_000);
        payByHand.batch(operator());
        var there = "/site/money/payouts/" + Ids.text(owner.circle()) + "/" + Ids.text(id);
        assertThat(operate(there + "/payment", "reference", "7".repeat(101)))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("is-invalid")
                .contains("value=\"" + "7".repeat(101) + "\"", "id=\"said-" + Ids.text(id) + "-error\"");
        assertThat(operate(there + "/failure", "reference", ""))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("is-invalid")
                .contains("id=\"said-" + Ids.text(id) + "-error\"");
    }

    @Test
    void a_partner_reads_today_that_their_yes_is_waited_for_and_the_owner_that_a_partner_comes_first() {
        var partner = circles.join(owner, people.someone(), Role.PARTNER);
        var id = new PayoutId(Ids.next());
        assertThat(post("", Map.of("id", Ids.text(id), "currency", "CNY", "amount", "6000")))
                .hasStatus(303);
        assertThat(payouts.find(owner.circle(), id).state()).isEqualTo(Payout.State.SECOND);
        assertThat(today(partner.person())).bodyText().contains("A payout of CN¥6,000.00 waits for your yes");
        assertThat(today(owner.member().person())).bodyText().doesNotContain("waits for your yes");
    }

    @Test
    void what_was_decided_meanwhile_is_said_on_the_page() {
        var id = ask(50_000);
        payByHand.batch(operator());
        assertThat(post("/" + Ids.text(id) + "/removal", Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody has decided this already.", "CN¥500.00");
    }
}
