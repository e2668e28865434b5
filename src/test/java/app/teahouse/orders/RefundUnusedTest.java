package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.plans.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is unused is given back once, and then nothing of it is unused any more. */
@TeahouseTest
class RefundUnusedTest {
    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    RefundUnused refundUnused;

    @Autowired
    OrderRows rows;

    @Autowired
    Plans plans;

    @Autowired
    MockMvcTester mvc;

    @Test
    void once_given_back_the_list_is_empty_and_the_order_says_what_the_site_keeps() {
        var owner = somePlans.paidCircle();
        some.fee(owner, 500, 30);
        var order = some.buy(owner, people.someone(), plans.byNumber(owner.circle(), 1));
        some.byStaff(owner, order.id(), 10_000, false);
        var unused = refundUnused.of(owner.circle());
        assertThat(unused).singleElement().matches(one -> one.money().compareTo(SomeOrders.money(9_900)) <= 0);
        assertThat(refundUnused.giveBack(somePlans.partner(owner), "The circle ends"))
                .isEmpty();
        assertThat(refundUnused.of(owner.circle())).isEmpty();
        assertThat(refundUnused.giveBack(somePlans.partner(owner), "The circle ends"))
                .isEmpty();
        var after = rows.find(owner.circle(), order.id()).orElseThrow();
        assertThat(after.lastDay()).isEqualTo(after.firstDay());
        var kept = after.fee().minus(after.feeReturned());
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/orders/"
                                + app.teahouse.kernel.Ids.text(order.id()))
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .doesNotContain("The site keeps CN¥" + (order.fee().minor() / 100.0))
                .matches(page -> kept.isZero() != page.contains("The site keeps"));
    }

    @Test
    void days_that_were_never_given_are_unused_whole() {
        var owner = somePlans.paidCircle();
        var order = some.buy(owner, people.someone(), plans.byNumber(owner.circle(), 1));
        var none = new Order(
                order.circle(),
                order.id(),
                order.number(),
                order.account(),
                order.kind(),
                order.plan(),
                order.title(),
                order.listed(),
                order.discount(),
                order.amount(),
                order.state(),
                Objects.requireNonNull(order.lastDay()).plusDays(1),
                order.lastDay(),
                order.checkout(),
                order.outside(),
                order.fee(),
                order.refunded(),
                order.feeReturned(),
                order.madeAt(),
                order.paidAt(),
                order.settlesAt(),
                order.settled());
        assertThat(RefundUnused.unused(none, order.lastDay())).isEqualTo(order.amount());
    }
}
