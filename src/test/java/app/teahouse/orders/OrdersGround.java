package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle that costs 199.00 a year and somebody who has not bought yet; afterwards every cent of it is explained. */
public abstract class OrdersGround {
    @Autowired
    protected SomeOrders some;

    @Autowired
    protected SomePlans somePlans;

    @Autowired
    protected SomePeople people;

    @Autowired
    protected SomePayments payments;

    @Autowired
    protected OrderRows rows;

    @Autowired
    protected Passes passes;

    @Autowired
    protected Prove prove;

    @Autowired
    protected JdbcTemplate jdbc;

    protected Owner owner;
    protected Plan year;
    protected Person buyer;

    @BeforeEach
    protected void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        buyer = people.someone();
    }

    @AfterEach
    protected void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }
}
