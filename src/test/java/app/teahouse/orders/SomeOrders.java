package app.teahouse.orders;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Replies;
import java.util.Currency;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** People who buy, and what came of it, for tests. */
@Component
public class SomeOrders {
    static final Currency CNY = Currency.getInstance("CNY");

    private final PlaceOrder placeOrder;
    private final RefundOrder refundOrder;
    private final OrderRows rows;
    private final SomePayments payments;
    private final SomePlans plans;
    private final Gate gate;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;

    SomeOrders(
            PlaceOrder placeOrder,
            RefundOrder refundOrder,
            OrderRows rows,
            SomePayments payments,
            SomePlans plans,
            Gate gate,
            Ledger ledger,
            JdbcTemplate jdbc) {
        this.placeOrder = placeOrder;
        this.refundOrder = refundOrder;
        this.rows = rows;
        this.payments = payments;
        this.plans = plans;
        this.gate = gate;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    public static Money money(long minor) {
        return new Money(minor, CNY);
    }

    public Order buy(Owner owner, Person person, Plan plan) {
        var placed = place(owner, person, plan);
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
        return rows.find(owner.circle(), placed.order()).orElseThrow();
    }

    public PlaceOrder.Placed place(Owner owner, Person person, Plan plan) {
        return placeOrder.place(onlooker(owner, person), new PlaceOrder.Wish(plan.number(), Replies.NONE, null, null));
    }

    Onlooker onlooker(Owner owner, Person person) {
        return gate.onlooker(new Visitor(person), owner.member().face().slug());
    }

    public boolean isMember(Owner owner, Person person) {
        try {
            gate.member(new Visitor(person), owner.member().face().slug());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    public boolean byStaff(Owner owner, OrderId order, long minor, boolean ends) {
        refundOrder.byStaff(
                plans.partner(owner),
                order,
                new RefundOrder.Wish(new RefundId(Ids.next()), money(minor), "With regret", ends));
        return true;
    }

    /** What the site keeps of what this circle sells. */
    void fee(Owner owner, int basisPoints, long fixed) {
        jdbc.update(
                "insert into orders.fee values (?, 'CNY', ?, ?, ?, now())",
                owner.circle().value(),
                basisPoints,
                fixed,
                owner.account().value());
    }

    long free(Owner owner, Purpose purpose) {
        return free(owner, Purse.of(purpose));
    }

    long free(Owner owner, Purse purse) {
        return ledger.free(owner.circle(), purse, CNY).minor();
    }
}
