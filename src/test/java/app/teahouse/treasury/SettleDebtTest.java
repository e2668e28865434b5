package app.teahouse.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a circle owes is paid otherwise: once, never more than it owes, and both sides read it. */
@TeahouseTest
class SettleDebtTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    SettleDebt settleDebt;

    @Autowired
    SiteMoney siteMoney;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    Ledger ledger;

    @Autowired
    Prove prove;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Operator operator;

    @BeforeEach
    void aCircleThatOwes() {
        owner = circles.someOwner();
        operator = gate.operator(new Visitor(people.someOperator()));
        somePlans.move(owner.circle(), Purse.of(Purpose.OWED_TO_SITE), Purse.of(Purpose.SITE_FEE), money(10_000));
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @Test
    void of_many_at_once_no_more_is_settled_than_is_owed() throws Exception {
        var attempts = AtOnce.run(8, () -> settle(Ids.next(), 6_000));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(7).containsOnly("debt.too-much");
        assertThat(owed()).isEqualTo(4_000);
    }

    @Test
    void the_same_form_many_times_at_once_settles_once() throws Exception {
        var id = Ids.next();
        assertThat(AtOnce.run(8, () -> settle(id, 1_000)).done()).hasSize(8);
        assertThat(owed()).isEqualTo(9_000);
        assertThatThrownBy(() -> settle(id, 1_001)).hasMessage("debt.other");
        assertThatThrownBy(() -> settle(Ids.next(), 0)).isInstanceOf(Refusal.class);
    }

    @Test
    void operator_and_owner_read_it_and_the_sites_log_has_it() {
        var at = "/site/money/circles/" + owner.circle().value();
        assertThat(mvc.post()
                        .uri(at + "/settlements")
                        .cookie(people.cookie(operator.person()))
                        .with(csrf())
                        .param("id", Ids.text(owner.circle()))
                        .param("currency", "CNY")
                        .param("amount", "25.00")
                        .param("reference", "B-4711")
                        .param("reason", "Paid in cash"))
                .hasStatus(303);
        assertThat(mvc.get().uri(at).cookie(people.cookie(operator.person())))
                .hasStatusOk()
                .bodyText()
                .contains("B-4711", "Paid in cash", "75.00");
        assertThat(mvc.get().uri(at + "/accounts/owed?currency=CNY").cookie(people.cookie(operator.person())))
                .hasStatusOk()
                .bodyText()
                .contains("Debt paid");
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/money/accounts/owed?currency=CNY")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .bodyText()
                .contains("B-4711", "Paid in cash");
        assertThat(jdbc.queryForObject(
                        "select reason from site.deed where kind = 'debt_settled' and about_id = ?",
                        String.class,
                        owner.circle().value()))
                .isEqualTo("Paid in cash");
    }

    @Test
    void the_sums_of_the_site_hold_those_of_each_circle() {
        somePlans.move(owner.circle(), Purse.of(Purpose.COLLECTED, new UUID(0, 9)), Purse.of(Purpose.HELD), money(700));
        var mine = siteMoney.of(operator, owner.circle()).sums().getFirst();
        assertThat(mine.held()).isEqualTo(money(700));
        assertThat(mine.owed()).isEqualTo(money(10_000));
        assertThat(mine.fees()).isEqualTo(money(10_000));

        prove.prove(owner.circle(), Instant.now());
        assertThat(siteMoney.page(operator, null).items())
                .anyMatch(circle -> circle.circle().equals(owner.circle().value())
                        && circle.sums().getFirst().equals(mine));
        assertThat(siteMoney.count())
                .filteredOn(sums -> sums.code().equals("CNY"))
                .singleElement()
                .matches(sums -> sums.owed().minor() >= 10_000 && sums.held().minor() >= 700);
    }

    private boolean settle(UUID id, long minor) {
        settleDebt.settle(
                operator, owner.circle(), new SettleDebt.Wish(id, money(minor), "B-1", "Paid to our account"));
        return true;
    }

    private long owed() {
        return ledger.free(owner.circle(), Purse.of(Purpose.OWED_TO_SITE), CNY)
                .negated()
                .minor();
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }
}
