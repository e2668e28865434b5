package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.endings.Hindrance;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.Order;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle that sells cards; afterwards every cent is explained. */
abstract class GiftMoneyGround {
    @Autowired
    SomeGifts some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    ReturnCard returnCard;

    @Autowired
    ReturnUnused returnUnused;

    @Autowired
    GiftOrders giftOrders;

    @Autowired
    List<Hindrance> hindrances;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;

    Partner partner;

    Plan year;

    Person giver;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        partner = somePlans.partner(owner);
        year = somePlans.trial(owner, 7);
        giver = people.someone("Lin");
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    long held() {
        return hindrances.stream()
                .flatMap(one -> one.of(owner.circle()).stream())
                .filter(one -> one.key().equals("gifts.hindrance"))
                .mapToLong(one -> (Long) one.facts().get("count"))
                .sum();
    }

    void byGiver(Order order, int number) {
        returnCard.byGiver(giver, owner.circle(), order.id(), number);
    }

    void byStaff(Order order, int number, @org.jspecify.annotations.Nullable Long minor) {
        Money amount = minor == null ? null : SomeGifts.money(minor);
        returnCard.byStaff(partner, order.id(), new ReturnCard.Wish(number, amount, null, "With regret"));
    }

    void fee(int basisPoints, long fixed) {
        jdbc.update(
                "insert into orders.fee values (?, 'CNY', ?, ?, ?, now())",
                owner.circle().value(),
                basisPoints,
                fixed,
                owner.account().value());
    }
}
