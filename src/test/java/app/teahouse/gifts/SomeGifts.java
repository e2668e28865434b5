package app.teahouse.gifts;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.Order;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Replies;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/** Presents, for tests. */
@Component
class SomeGifts {
    private static final Currency CNY = Currency.getInstance("CNY");

    private final BuyGift buyGift;
    private final RedeemCard redeemCard;
    private final GiftOrders giftOrders;
    private final GiftRows rows;
    private final Codes codes;
    private final SomePayments payments;
    private final Gate gate;
    private final Ledger ledger;

    SomeGifts(
            BuyGift buyGift,
            RedeemCard redeemCard,
            GiftOrders giftOrders,
            GiftRows rows,
            Codes codes,
            SomePayments payments,
            Gate gate,
            Ledger ledger) {
        this.buyGift = buyGift;
        this.redeemCard = redeemCard;
        this.giftOrders = giftOrders;
        this.rows = rows;
        this.codes = codes;
        this.payments = payments;
        this.gate = gate;
        this.ledger = ledger;
    }

    static Money money(long minor) {
        return new Money(minor, CNY);
    }

    static BuyGift.Wish wish(Plan plan, int cards) {
        return new BuyGift.Wish(plan.number(), cards, "Lin", "For you", null);
    }

    Onlooker onlooker(Owner owner, Person person) {
        return gate.onlooker(new Visitor(person), owner.member().face().slug());
    }

    Order place(Owner owner, Person giver, BuyGift.Wish wish) {
        var placed = buyGift.buy(onlooker(owner, giver), wish);
        return giftOrders.find(owner.circle(), placed.order()).orElseThrow();
    }

    /** Paid to the site. */
    Order buy(Owner owner, Person giver, Plan plan, int cards) {
        var placed = buyGift.buy(onlooker(owner, giver), wish(plan, cards));
        payments.pay(owner.circle(), placed.checkout());
        return giftOrders.find(owner.circle(), placed.order()).orElseThrow();
    }

    List<Card> cards(Order order) {
        return rows.cards(order.circle(), order.id(), false);
    }

    Card.State state(Order order) {
        return cards(order).getFirst().state();
    }

    String code(Order order) {
        return code(order, 1);
    }

    String code(Order order, int number) {
        return codes.of(cards(order).get(number - 1).id());
    }

    RedeemCard.Redeemed redeem(Person person, String code) {
        return redeemCard.redeem(person, new RedeemCard.Wish(code, Replies.NONE, null));
    }

    boolean isMember(Owner owner, Person person) {
        try {
            gate.member(new Visitor(person), owner.member().face().slug());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    long free(Owner owner, Purpose purpose) {
        return ledger.free(owner.circle(), Purse.of(purpose), CNY).minor();
    }
}
