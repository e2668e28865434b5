package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.coupons.SomeCoupons;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.orders.RefundOrder;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Replies;
import app.teahouse.tokens.SomeTokens;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A circle that costs something, and its coupons; afterwards every cent is explained and every use counted. */
abstract class CouponsGround {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomeCoupons someCoupons;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomePayments payments;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    RefundOrder refundOrder;

    @Autowired
    OrderRows rows;

    @Autowired
    Gate gate;

    @Autowired
    Prove prove;

    @Autowired
    MockMvcTester mvc;

    Owner owner;

    Partner partner;

    Plan year;

    Person buyer;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        partner = somePlans.partner(owner);
        year = somePlans.plan(owner, "yearly", 19999);
        buyer = people.someone();
    }

    @AfterEach
    void everyCentIsThereAndEveryUseIsCounted() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
        assertThat(someCoupons.uses(owner.circle()).stream().distinct()).hasSize(1);
    }

    Order buy(Person person, Plan plan, @Nullable String code) {
        var placed = place(person, plan, code);
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
        return order(placed);
    }

    Order order(PlaceOrder.Placed placed) {
        return rows.find(owner.circle(), placed.order()).orElseThrow();
    }

    PlaceOrder.Placed place(Person person, Plan plan, @Nullable String code) {
        return placeOrder.place(onlooker(person), new PlaceOrder.Wish(plan.number(), Replies.NONE, null, null, code));
    }

    Onlooker onlooker(Person person) {
        return gate.onlooker(new Visitor(person), slug());
    }

    String slug() {
        return owner.member().face().slug();
    }

    void byStaff(Order order, long minor) {
        refundOrder.byStaff(
                partner,
                order.id(),
                new RefundOrder.Wish(new RefundId(Ids.next()), money(minor), "With regret", false));
    }

    void takeBack(Order order) {
        refundOrder.byMember(
                buyer, owner.circle(), order.id(), new RefundId(order.id().value()));
    }

    long uses() {
        return someCoupons.uses(owner.circle()).getFirst();
    }

    static Money money(long minor) {
        return Money.of(minor, "CNY");
    }
}
