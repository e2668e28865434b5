package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Visitor;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.passes.ChangePrice;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.questions.Replies;
import app.teahouse.testing.TeahouseTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who paid for their time is told what becomes of it when the circle costs nothing any more. */
@TeahouseTest
class FreedTimeTest {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    ChangePrice changePrice;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void members_are_told_that_their_circle_is_free_once_and_that_nothing_renews_itself() {
        var owner = somePlans.paidCircle();
        var month = somePlans.plan(owner, "monthly", 2900);
        var member = people.someone();
        var onlooker = gate.onlooker(new Visitor(member), owner.member().face().slug());
        var placed = placeOrder.place(onlooker, new PlaceOrder.Wish(month.number(), Replies.NONE, null, null));
        payments.payWithCard(owner.circle(), Objects.requireNonNull(placed.checkout()), "a good card");

        changePrice.toFree(somePlans.partner(owner));

        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ?",
                        String.class,
                        member.account().value()))
                .containsExactly("circle_free"));
        assertThat(jdbc.queryForObject(
                        "select automatic from passes.pass where account_id = ?",
                        Boolean.class,
                        member.account().value()))
                .isFalse();
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select about from log.entry where circle_id = ? and kind = 'free'",
                        String.class,
                        owner.circle().value()))
                .hasSize(1));
    }
}
