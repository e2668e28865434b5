package app.teahouse.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Time;
import app.teahouse.ledger.Purpose;
import app.teahouse.members.RoleChanged;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for large sums, little ones, lists for the bank and circles that end or change hands. */
@TeahouseTest
class PayoutRulesTest extends PayoutsGround {
    @Test
    void without_a_partner_a_large_sum_needs_the_password_and_a_day() {
        var id = new PayoutId(Ids.next());
        var wish = Map.of("id", Ids.text(id), "amount", "6000", "currency", "CNY");
        assertThat(post("", with(wish, "password", "wrong"))).hasStatus(422);
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(1_000_000);
        assertThat(post("", with(wish, "password", SomePeople.PASSWORD))).hasStatus(303);
        assertThat(payByHand.open(operator())).noneMatch(payout -> payout.id().equals(id));
        Time.at(
                Instant.now().plus(Duration.ofHours(25)),
                () -> assertThat(payByHand.open(operator()))
                        .anyMatch(payout -> payout.id().equals(id)));
    }

    @Test
    void what_the_operator_set_holds_for_the_next_payout() {
        circles.join(owner, people.someone(), Role.PARTNER);
        assertThatThrownBy(() -> ask(999)).hasMessageContaining("payout.too-little");
        var operator = operator();
        assertThat(rule(operator, "/bounds", Map.of("currency", "CNY", "least", "20", "large", "3000")))
                .hasStatus(303);
        try {
            assertThatThrownBy(() -> ask(1_999)).hasMessageContaining("payout.too-little");
            var id = ask(300_001);
            assertThat(payouts.find(owner.circle(), id).state()).isEqualTo(Payout.State.SECOND);
        } finally {
            rule(operator, "/bounds", Map.of("currency", "CNY", "least", "10", "large", "5000"));
        }
        assertThat(rule(operator, "/bounds", Map.of("currency", "CNY", "least", "20", "large", "10")))
                .hasStatus(422);
        assertThat(rule(operator, "", Map.of("settleDays", "91", "keepYears", "2")))
                .hasStatus(422);
        assertThat(mvc.get().uri("/site/log").cookie(people.cookie(operator.person())))
                .bodyText()
                .contains("at least CN¥20.00, a second yes above CN¥3,000.00");
    }

    @Test
    void a_list_for_the_bank_is_taken_again_as_long_as_something_of_it_has_no_answer() {
        var id = ask(50_000);
        var batch = payByHand.batch(operator());
        var waiting = waiting(batch);
        assertThat(waiting).isPositive();
        assertThat(mvc.get()
                        .uri("/site/money/payouts/batches/" + batch + ".csv")
                        .cookie(people.cookie(operator().person())))
                .hasStatusOk()
                .bodyText()
                .contains("6222 0000 5678 901", "500.00");
        payByHand.failed(operator(), owner.circle(), id, "No such account");
        assertThat(waiting(batch)).isEqualTo(waiting - 1);
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/payouts/" + Ids.text(id))
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("No such account", "Payout failed");
    }

    @Test
    void out_of_an_archived_circle_all_goes_however_little() {
        assertThatThrownBy(() -> ask(3)).hasMessage("payout.too-little");
        archiveCircle.archive(somePlans.partner(owner));
        assertThat(payouts.find(owner.circle(), ask(3)).amount()).isEqualTo(money(3));
    }

    @Test
    void where_another_ones_money_went_is_not_where_this_owners_goes() {
        jdbc.update(
                "update payouts.details set set_by = ? where circle_id = ?",
                people.someone().account().value(),
                owner.circle().value());
        assertThatThrownBy(() -> ask(50_000)).hasMessage("payout.no-details");
        forgetAccount.on(new RoleChanged(
                owner.circle(), owner.account(), 1, "Owner", Role.MEMBER, Role.OWNER, owner.account(), "Owner"));
        assertThat(payouts("")).bodyText().contains("Nobody has said yet where the money goes.");
    }
}
