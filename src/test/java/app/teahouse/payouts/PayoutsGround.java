package app.teahouse.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle;
import app.teahouse.endings.ArchiveCircle;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A circle with money to take out, and where it goes. */
abstract class PayoutsGround {
    static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    AskForPayout askForPayout;

    @Autowired
    PayByHand payByHand;

    @Autowired
    ReturnPayout returnPayout;

    @Autowired
    Payouts payouts;

    @Autowired
    Ledger ledger;

    @Autowired
    ArchiveCircle archiveCircle;

    @Autowired
    ForgetAccount forgetAccount;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Gate gate;

    @Autowired
    MockMvcTester mvc;

    Owner owner;

    @Autowired
    Prove prove;

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @BeforeEach
    void aCircleWithMoney() {
        owner = circles.owner(people.withPassword(people.someone("Owner")), CreateCircle.Type.FREE);
        somePlans.move(
                owner.circle(),
                Purse.of(Purpose.COLLECTED, new UUID(0, 9)),
                Purse.of(Purpose.AVAILABLE),
                money(1_000_000));
        assertThat(post("/details", account(SomePeople.PASSWORD))).hasStatus(303);
    }

    static Map<String, String> account(String password) {
        return Map.of("holder", "Lin", "bank", "A Bank", "number", "6222 0000 5678 901", "proof", password);
    }

    MvcTestResult rule(Operator operator, String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/site/money/rules" + path)
                .cookie(people.cookie(operator.person()))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    /** What other tests asked for may stand in the same list. */
    long waiting(UUID batch) {
        return payByHand.batches(operator()).stream()
                .filter(one -> one.id().equals(batch))
                .mapToLong(Batch::waiting)
                .sum();
    }

    MvcTestResult today(Person person) {
        return mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage")
                .cookie(people.cookie(person))
                .exchange();
    }

    MvcTestResult operator(String path) {
        return mvc.get().uri(path).cookie(people.cookie(operator().person())).exchange();
    }

    MvcTestResult operate(String path, String field, String value) {
        return mvc.post()
                .uri(path)
                .cookie(people.cookie(operator().person()))
                .with(csrf())
                .param(field, value)
                .exchange();
    }

    MvcTestResult payouts(String path) {
        return mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/payouts" + path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
    }

    PayoutId ask(long minor) {
        var id = new PayoutId(Ids.next());
        askForPayout.ask(owner, id, money(minor), "");
        return id;
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/c/" + owner.member().face().slug() + "/manage/money/payouts" + path)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    Operator operator() {
        return gate.operator(new Visitor(people.someOperator()));
    }

    static Money money(long minor) {
        return new Money(minor, CNY);
    }

    long free(Purpose purpose) {
        return ledger.free(owner.circle(), Purse.of(purpose), CNY).minor();
    }
}
