package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.OrderDisputed;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderPaid;
import app.teahouse.orders.RefundMoved;
import app.teahouse.payments.MoneyWaits;
import app.teahouse.payouts.PayoutId;
import app.teahouse.payouts.PayoutMoved;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees money is told of it, in the app and by mail: each thing once, and nothing that they switched off. */
@TeahouseTest
class MoneyNewsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    TellOfOrders tellOfOrders;

    @Autowired
    TellOfPayouts tellOfPayouts;

    @Autowired
    TellOfRefunds tellOfRefunds;

    @Autowired
    TellOfDisputes tellOfDisputes;

    @Autowired
    TellOfWaitingMoney tellOfWaitingMoney;

    @Autowired
    Topics topics;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transaction;

    private Owner owner;
    private Member partner;
    private Member admin;

    @BeforeEach
    void aCircleWithStaff() {
        owner = circles.someOwner();
        partner = circles.join(owner, people.someone(), Role.PARTNER);
        admin = circles.join(owner, people.someone(), Role.ADMIN);
    }

    @Test
    void told_at_once_on_many_nodes_it_is_one_notice_and_one_letter() throws Exception {
        var event = paid(1);
        AtOnce.run(8, () -> tell(() -> tellOfOrders.on(event)));
        assertThat(kinds(owner.account())).containsExactly("order_paid");
        assertThat(letters(owner.account())).containsExactly("occasions.letter.order-paid");
        assertThat(kinds(partner.account())).containsExactly("order_paid");
        assertThat(kinds(admin.account())).isEmpty();
        assertThat(mvc.get()
                        .uri("/notifications")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .bodyText()
                .contains("New order in", "199.00");
    }

    @Test
    void of_more_than_five_orders_a_day_only_that_there_are_more() {
        for (var n = 1; n <= 8; n++) {
            var event = paid(n);
            tell(() -> tellOfOrders.on(event));
        }
        assertThat(kinds(owner.account()))
                .hasSize(6)
                .containsOnlyOnce("orders_many")
                .contains("order_paid");
        assertThat(letters(owner.account())).hasSize(6).containsOnlyOnce("occasions.letter.orders-many");
    }

    @Test
    void who_switched_it_off_gets_neither_notice_nor_letter() {
        transaction.executeWithoutResult(_ -> topics.choose(owner.member(), Set.of(Topic.PAYOUTS)));
        var event = paid(1);
        tell(() -> tellOfOrders.on(event));
        tell(() -> tellOfWaitingMoney.on(waits(true)));
        assertThat(kinds(owner.account())).isEmpty();
        assertThat(letters(owner.account())).isEmpty();
        assertThat(kinds(partner.account())).containsExactly("order_paid", "money_waits");
    }

    @Test
    void a_payout_is_told_to_its_owner_at_every_step_and_to_partners_when_they_decide() {
        for (var state : List.of("second", "approved", "failed", "paid", "returned")) {
            var moved = new PayoutMoved(
                    owner.circle(),
                    new PayoutId(owner.circle().value()),
                    owner.account(),
                    600_000,
                    "CNY",
                    state,
                    "why");
            tell(() -> tellOfPayouts.on(moved));
            tell(() -> tellOfPayouts.on(moved));
        }
        assertThat(kinds(owner.account()))
                .containsExactly("payout_asked", "payout_approved", "payout_failed", "payout_paid", "payout_returned");
        assertThat(kinds(partner.account())).containsExactly("payout_second");
        // Each reads the sum as their own language writes it, whatever the circle's is.
        for (var language : List.of("en", "zh-CN")) {
            assertThat(mvc.get()
                            .uri("/notifications")
                            .cookie(people.cookie(partner.person()))
                            .header("Accept-Language", language))
                    .bodyText()
                    .contains(language.equals("en") ? "CN¥6,000.00 · why" : ">¥6,000.00 · why");
        }
        assertThat(letters(partner.account())).containsExactly("occasions.letter.payout-second");
    }

    @Test
    void a_buyer_hears_of_their_refund_twice_and_staff_of_disputes() {
        var buyer = people.someone().account();
        var order = new OrderId(Ids.next());
        var refund = new RefundId(Ids.next());
        for (var done : List.of(false, false, true, true)) {
            tell(() -> tellOfRefunds.on(
                    new RefundMoved(owner.circle(), order, refund, buyer, 500, "CNY", done, "With regret")));
        }
        assertThat(kinds(buyer)).containsExactly("refund_begun", "refund_done");
        assertThat(letters(buyer)).containsExactly("occasions.letter.refund-begun", "occasions.letter.refund-done");

        var dispute = Ids.next();
        for (var state : List.of("opened", "opened", "lost")) {
            tell(() -> tellOfDisputes.on(
                    new OrderDisputed(owner.circle(), order, "20261123-0001", dispute, 500, "CNY", state)));
        }
        assertThat(kinds(owner.account())).containsExactly("dispute_opened", "dispute_ended");
        assertThat(mvc.get()
                        .uri("/notifications")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .bodyText()
                .contains("was lost");
    }

    @Test
    void what_the_site_received_waits_for_operators() {
        var operator = people.someOperator().account();
        tell(() -> tellOfWaitingMoney.on(waits(false)));
        assertThat(kinds(owner.account())).isEmpty();
        assertThat(letters(operator)).contains("occasions.letter.money-waits-site");
    }

    /** The order itself is written too: how many were paid before is looked up. */
    private OrderPaid paid(int n) {
        var id = new OrderId(Ids.next());
        var at = Instant.parse("2026-11-23T03:00:00Z").plusSeconds(n);
        jdbc.update(
                """
                insert into orders.entry (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, amount, currency,
                                          state, made_at, paid_at)
                values (?, ?, ?, ?, 'join', ?, 'A year', 19900, 19900, 'CNY', 'done', ?, ?)
                """,
                owner.circle().value(),
                id.value(),
                "20261123-" + n,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Timestamp.from(at),
                Timestamp.from(at));
        return new OrderPaid(owner.circle(), id, "20261123-" + n, "A year", 19_900, "CNY", at);
    }

    private MoneyWaits waits(boolean byCircle) {
        return new MoneyWaits(
                owner.circle(),
                owner.circle().value(),
                "held",
                "261123-1A",
                100,
                "CNY",
                byCircle,
                Instant.parse("2026-11-23T03:00:00Z"));
    }

    private boolean tell(Runnable listener) {
        transaction.executeWithoutResult(_ -> listener.run());
        return true;
    }

    private List<String> kinds(AccountId account) {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ? order by notice_id",
                String.class,
                account.value());
    }

    private List<String> letters(AccountId account) {
        return jdbc.queryForList(
                "select kind from mail.message where recipient = (select email from accounts.account where account_id = ?) and kind like 'occasions.%' order by message_id",
                String.class, account.value());
    }
}
