package app.teahouse.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.RoleChanged;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What owners, partners and operators read about payouts: what was wrong stands where it was typed, and sums as people write them. */
@TeahouseTest
class PayoutPagesTest {
    private static final Currency CNY = Currency.getInstance("CNY");

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

    private Owner owner;

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

    private static Map<String, String> account(String password) {
        return Map.of("holder", "Lin", "bank", "A Bank", "number", "6222 0000 5678 901", "proof", password);
    }

    @Test
    void a_wrong_password_is_said_where_it_was_typed() {
        assertThat(post("/details", account("wrong")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"proof-error\"")
                .doesNotContain("id=\"password-CNY-error\"");
        assertThat(payouts("")).bodyText().contains("A Bank ··8901").doesNotContain("··8 901");
    }

    @Test
    void the_sum_is_looked_at_before_the_password_and_no_password_is_no_guess() {
        var wish = Map.of("id", Ids.text(new PayoutId(Ids.next())), "currency", "CNY");
        assertThat(post("", with(wish, "amount", "9.99")))
                .hasStatus(422)
                .bodyText()
                .contains("A payout is at least CN¥10.00.");
        for (var i = 0; i < 12; i++) {
            assertThat(post("", with(wish, "amount", "10000.01")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("There is not so much available.");
            assertThat(post("", with(wish, "amount", "6000")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"password-CNY-error\"");
        }
    }

    @Test
    void what_the_owner_took_back_did_not_fail() {
        var id = ask(50_000);
        askForPayout.cancel(somePlans.partner(owner), id);
        assertThat(payouts("/" + Ids.text(id)))
                .bodyText()
                .contains("Payout taken back")
                .doesNotContain("Payout failed");
    }

    @Test
    void what_came_of_earlier_ones_is_read_with_the_list_and_opens_its_transfers() {
        var id = ask(50_000);
        var batch = payByHand.batch(operator());
        assertThat(operator("/site/money/circles/" + owner.circle().value() + "/accounts/on-its-way?currency=CNY"))
                .hasStatusOk()
                .bodyText()
                .contains("CN¥500.00", "Payout asked for");
        payByHand.paid(operator(), owner.circle(), id, "B-77");
        assertThat(operator("/site/money/payouts/decided"))
                .hasStatusOk()
                .bodyText()
                .contains(Ids.text(id), "Reference B-77", batch + ".csv");
        assertThat(operator("/site/log"))
                .bodyText()
                .contains("Paid CN¥500.00 out to " + owner.member().face().name());
    }

    @Test
    void without_a_partner_a_large_sum_needs_the_password_and_a_day() {
        var id = new PayoutId(Ids.next());
        var wish = Map.of("id", Ids.text(id), "amount", "6000", "currency", "CNY");
        assertThat(post("", with(wish, "password", "wrong"))).hasStatus(422);
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(1_000_000);
        assertThat(post("", with(wish, "password", SomePeople.PASSWORD))).hasStatus(303);
        assertThat(payByHand.open(operator())).noneMatch(payout -> payout.id().equals(id));
        Time.at(
                Instant.now().plus(Duration.ofHours(25)),
                () -> assertThat(payByHand.open(operator()))
                        .anyMatch(payout -> payout.id().equals(id)));
    }

    @Test
    void what_the_operator_set_holds_for_the_next_payout() {
        circles.join(owner, people.someone(), Role.PARTNER);
        assertThatThrownBy(() -> ask(999)).hasMessageContaining("payout.too-little");
        var operator = operator();
        assertThat(rule(operator, "/bounds", Map.of("currency", "CNY", "least", "20", "large", "3000")))
                .hasStatus(303);
        try {
            assertThatThrownBy(() -> ask(1_999)).hasMessageContaining("payout.too-little");
            var id = ask(300_001);
            assertThat(payouts.find(owner.circle(), id).state()).isEqualTo(Payout.State.SECOND);
        } finally {
            rule(operator, "/bounds", Map.of("currency", "CNY", "least", "10", "large", "5000"));
        }
        assertThat(rule(operator, "/bounds", Map.of("currency", "CNY", "least", "20", "large", "10")))
                .hasStatus(422);
        assertThat(rule(operator, "", Map.of("settleDays", "91", "keepYears", "2")))
                .hasStatus(422);
        assertThat(mvc.get().uri("/site/log").cookie(people.cookie(operator.person())))
                .bodyText()
                .contains("at least CN¥20.00, a second yes above CN¥3,000.00");
    }

    private MvcTestResult rule(Operator operator, String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/site/money/rules" + path)
                .cookie(people.cookie(operator.person()))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    @Test
    void a_list_for_the_bank_is_taken_again_as_long_as_something_of_it_has_no_answer() {
        var id = ask(50_000);
        var batch = payByHand.batch(operator());
        var waiting = waiting(batch);
        assertThat(waiting).isPositive();
        assertThat(mvc.get()
                        .uri("/site/money/payouts/batches/" + batch + ".csv")
                        .cookie(people.cookie(operator().person())))
                .hasStatusOk()
                .bodyText()
                .contains("6222 0000 5678 901", "500.00");
        payByHand.failed(operator(), owner.circle(), id, "No such account");
        assertThat(waiting(batch)).isEqualTo(waiting - 1);
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/payouts/" + Ids.text(id))
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("No such account", "Payout failed");
    }

    /** What other tests asked for may stand in the same list. */
    private long waiting(UUID batch) {
        return payByHand.batches(operator()).stream()
                .filter(one -> one.id().equals(batch))
                .mapToLong(Batch::waiting)
                .sum();
    }

    @Test
    void a_partner_reads_today_that_their_yes_is_waited_for_and_the_owner_that_a_partner_comes_first() {
        var partner = circles.join(owner, people.someone(), Role.PARTNER);
        var id = new PayoutId(Ids.next());
        assertThat(post("", Map.of("id", Ids.text(id), "currency", "CNY", "amount", "6000")))
                .hasStatus(303);
        assertThat(payouts.find(owner.circle(), id).state()).isEqualTo(Payout.State.SECOND);
        assertThat(today(partner.person())).bodyText().contains("A payout of CN¥6,000.00 waits for your yes");
        assertThat(today(owner.member().person())).bodyText().doesNotContain("waits for your yes");
    }

    private MvcTestResult today(Person person) {
        return mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage")
                .cookie(people.cookie(person))
                .exchange();
    }

    @Test
    void out_of_an_archived_circle_all_goes_however_little() {
        assertThatThrownBy(() -> ask(3)).hasMessage("payout.too-little");
        archiveCircle.archive(somePlans.partner(owner));
        assertThat(payouts.find(owner.circle(), ask(3)).amount()).isEqualTo(money(3));
    }

    @Test
    void where_another_ones_money_went_is_not_where_this_owners_goes() {
        jdbc.update(
                "update payouts.details set set_by = ? where circle_id = ?",
                people.someone().account().value(),
                owner.circle().value());
        assertThatThrownBy(() -> ask(50_000)).hasMessage("payout.no-details");
        forgetAccount.on(new RoleChanged(
                owner.circle(), owner.account(), 1, "Owner", Role.MEMBER, Role.OWNER, owner.account(), "Owner"));
        assertThat(payouts("")).bodyText().contains("Nobody has said yet where the money goes.");
    }

    @Test
    void what_was_decided_meanwhile_is_said_on_the_page() {
        var id = ask(50_000);
        payByHand.batch(operator());
        assertThat(post("/" + Ids.text(id) + "/removal", Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody has decided this already.", "CN¥500.00");
    }

    private MvcTestResult operator(String path) {
        return mvc.get().uri(path).cookie(people.cookie(operator().person())).exchange();
    }

    private MvcTestResult payouts(String path) {
        return mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/payouts" + path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
    }

    private PayoutId ask(long minor) {
        var id = new PayoutId(Ids.next());
        askForPayout.ask(owner, id, money(minor), "");
        return id;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/c/" + owner.member().face().slug() + "/manage/money/payouts" + path)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Operator operator() {
        return gate.operator(new Visitor(people.someOperator()));
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }

    private long free(Purpose purpose) {
        return ledger.free(owner.circle(), Purse.of(purpose), CNY).minor();
    }
}
