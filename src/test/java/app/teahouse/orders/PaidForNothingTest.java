package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.applications.SomeApplications;
import app.teahouse.circles.Circles;
import app.teahouse.members.SomeCircles;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.questions.Replies;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that is here is sold for, or it goes back and its payer is told. */
@TeahouseTest
class PaidForNothingTest extends OrdersGround {
    @Autowired
    SomeCircles someCircles;

    @Autowired
    SomeApplications applications;

    @Autowired
    Circles circles;

    @Autowired
    PlaceOrder placeOrder;

    @Test
    void where_nothing_can_be_sold_after_all_the_money_goes_back() {
        var placed = some.place(owner, buyer, year);
        jdbc.update("delete from plans.plan where plan_id = ?", year.id().value());
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));

        assertThat(rows.find(owner.circle(), placed.order()).orElseThrow().state())
                .isEqualTo(Order.State.CANCELLED);
        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(jdbc.queryForObject(
                        "select amount from payments.refund where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(19900);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ?",
                        String.class,
                        buyer.account().value()))
                .containsExactly("payment_back"));
    }

    @Test
    void questions_are_answered_before_it_is_paid_and_new_ones_hold_nobody_up() {
        ask("Which tea?");
        assertThatThrownBy(() -> place("  ")).hasMessageContaining("field.missing");
        assertThatThrownBy(() -> place("a".repeat(3000))).hasMessageContaining("field");

        var first = place("Oolong");
        var second = place("Pu-erh");
        assertThat(second.order()).isNotEqualTo(first.order());
        ask("Which tea?", "Since when?");
        payments.pay(owner.circle(), Objects.requireNonNull(second.checkout()));

        assertThat(rows.find(owner.circle(), second.order()).orElseThrow().state())
                .isEqualTo(Order.State.WAITING);
        assertThat(applications.approveAll(someCircles.staff(owner))).isEqualTo(1);
        assertThat(some.isMember(owner, buyer)).isTrue();
    }

    private PlaceOrder.Placed place(String answer) {
        return placeOrder.place(
                some.onlooker(owner, buyer),
                new PlaceOrder.Wish(year.number(), Replies.inOrder(List.of(answer)), null, null));
    }

    private void ask(String... questions) {
        jdbc.update(
                "update circles.circle set join_mode = 'application' where circle_id = ?",
                owner.circle().value());
        jdbc.update(
                "delete from circles.question where circle_id = ?",
                owner.circle().value());
        for (var i = 0; i < questions.length; i++) {
            jdbc.update(
                    "insert into circles.question (circle_id, position, body) values (?, ?, ?)",
                    owner.circle().value(),
                    i + 1,
                    questions[i]);
        }
        circles.changed(owner.circle());
    }
}
