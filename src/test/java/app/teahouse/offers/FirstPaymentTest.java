package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrdersGround;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanText;
import app.teahouse.plans.Plans;
import app.teahouse.plans.WritePlan;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The renewal's price is for who paid before: whoever came for nothing pays what those pay who join, the first time. */
@TeahouseTest
class FirstPaymentTest extends OrdersGround {
    @Autowired
    QuoteOrder quoteOrder;

    @Autowired
    GivePass givePass;

    @Autowired
    WritePlan writePlan;

    @Autowired
    Plans plans;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource(names = {"GIFT", "COMP", "PROMISED"})
    void who_came_for_nothing_pays_the_joining_price_once_and_then_the_renewals(Pass.Source source) {
        year = halfForRenewing();
        var until = give(source);

        var first = some.buy(owner, buyer, year);
        assertThat(first.kind()).isEqualTo(Order.Kind.JOIN);
        assertThat(first.amount()).isEqualTo(SomeOrders.money(19900));
        // What they had is not lost by it.
        assertThat(first.firstDay()).isEqualTo(until.plusDays(1));

        var second = some.buy(owner, buyer, year);
        assertThat(second.kind()).isEqualTo(Order.Kind.RENEW);
        assertThat(second.amount()).isEqualTo(SomeOrders.money(9950));
    }

    @Test
    void who_paid_before_and_was_given_time_meanwhile_renews_for_less() {
        year = halfForRenewing();
        some.buy(owner, buyer, year);
        give(Pass.Source.GIFT);
        var pass = passes.of(owner.circle(), buyer.account()).orElseThrow();
        assertThat(pass.source()).isEqualTo(Pass.Source.GIFT);
        assertThat(quoteOrder.renewalPrice(pass, year, quoteOrder.today(owner.circle())))
                .isEqualTo(SomeOrders.money(9950));
    }

    private LocalDate give(Pass.Source source) {
        var gift = new GivePass.Gift(
                Ids.next(), year, source, Money.none(year.price().currency()), GivePass.Manner.FOLLOW_ON, null);
        var span = transaction.execute(_ -> givePass.give(owner.circle(), buyer.account(), gift));
        return Objects.requireNonNull(span.last());
    }

    private Plan halfForRenewing() {
        var text = new PlanText(
                "Half",
                "All of it",
                1,
                "yearly",
                null,
                null,
                SomeOrders.money(19900),
                50,
                50,
                50,
                0,
                null,
                null,
                false,
                Set.of(),
                true);
        return plans.byNumber(owner.circle(), writePlan.make(somePlans.partner(owner), text));
    }
}
