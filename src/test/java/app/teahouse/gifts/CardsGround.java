package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.applications.SomeApplications;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle that costs something, and cards for it; afterwards every cent is explained. */
abstract class CardsGround {
    @Autowired
    SomeGifts some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeApplications applications;

    @Autowired
    SomePayments payments;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    Passes passes;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;

    Plan year;

    Person giver;

    Person friend;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        giver = people.someone("Lin");
        friend = people.someone("Mei");
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    Pass pass(Person person) {
        return passes.of(owner.circle(), person.account()).orElseThrow();
    }

    void mode(String mode) {
        jdbc.update(
                "update circles.circle set join_mode = ?, join_password = case when ? = 'password' then 'not a hash' end where circle_id = ?",
                mode,
                mode,
                owner.circle().value());
    }

    LocalDate today() {
        return LocalDate.now(owner.member().face().zone());
    }

    static Instant now() {
        return Instant.now();
    }

    int tier(Person person) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select tier from members.membership where circle_id = ? and account_id = ?",
                Integer.class,
                owner.circle().value(),
                person.account().value()));
    }
}
