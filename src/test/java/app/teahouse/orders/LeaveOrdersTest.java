package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.RefundId;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Of a buyer who deletes their account the rooms of money keep the id that leads nowhere, and nothing that tells who it was. */
@TeahouseTest
class LeaveOrdersTest {
    private static final List<String> ROOMS = List.of(
            "ledger",
            "payments",
            "practice",
            "stripe",
            "wechat",
            "treasury",
            "ways",
            "till",
            "byhand",
            "plans",
            "passes",
            "coupons",
            "orders",
            "renewals",
            "payouts",
            "statements",
            "gifts");

    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    AskForInvoice askForInvoice;

    @Autowired
    RefundOrder refundOrder;

    @Autowired
    OrderRows rows;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void only_the_id_stays() {
        var name = "Wenche" + UUID.randomUUID();
        var owner = somePlans.paidCircle();
        var buyer = people.withPassword(people.someone(name));
        var order = everythingThatCanBeSaid(owner, buyer, name);
        assertThat(holding(name)).isNotEmpty();

        assertThat(mvc.post()
                        .uri("/me/settings/leave")
                        .cookie(people.cookie(buyer))
                        .param("password", SomePeople.PASSWORD)
                        .param("words", "go")
                        .with(csrf()))
                .hasStatus(303);
        jobs.run("departures.finish", Instant.now());

        assertThat(holding(name)).isEmpty();
        assertThat(holding(buyer.account().value() + "@example.org")).isEmpty();
        assertThat(rows.find(owner.circle(), order.id()).orElseThrow().account())
                .isEqualTo(buyer.account());
        assertThat(jdbc.queryForObject(
                        "select count(*) from orders.invoice where order_id = ? and issued_at is not null",
                        Long.class,
                        order.id().value()))
                .isOne();
    }

    /** An invoice that was issued, refunds with their reasons, a card, a claim by hand with its words. */
    private Order everythingThatCanBeSaid(Owner owner, Person buyer, String name) {
        var order = some.buy(owner, buyer, somePlans.plan(owner, "yearly", 19900));
        var email = buyer.account().value() + "@example.org";
        askForInvoice.ask(order, new AskForInvoice.Wish(name, "", email));
        var document = InvoiceDocument.of(("%PDF-1.7 " + name).getBytes(StandardCharsets.UTF_8));
        askForInvoice.issued(somePlans.partner(owner), order.id(), document, "https://example.org/" + name);
        refundOrder.byStaff(
                somePlans.partner(owner),
                order.id(),
                new RefundOrder.Wish(new RefundId(Ids.next()), SomeOrders.money(100), "Sorry, " + name, false));
        payments.sendRefunds(Instant.now().plusSeconds(60));
        var second = some.place(owner, buyer, somePlans.better(owner, "yearly", 29900, 2));
        payments.payWithCard(owner.circle(), Objects.requireNonNull(second.checkout()), "card of " + name);
        jdbc.update(
                "update orders.entry set answers = array[?] where order_id = ?",
                "I am " + name,
                order.id().value());
        jdbc.update(
                "update payments.checkout set words = ? where circle_id = ?",
                name,
                owner.circle().value());
        jdbc.update(
                """
                insert into byhand.claim (circle_id, attempt_id, checkout_id, payer_id, received_by_circle, state, reference, said_at,
                                          words, decided_by, decided_at)
                select circle_id, attempt_id, checkout_id, ?, true, 'missing', ?, now(), ?, ?, now()
                  from payments.attempt where circle_id = ? limit 1
                """,
                buyer.account().value(),
                name,
                "Nothing of " + name,
                owner.account().value(),
                owner.circle().value());
        return order;
    }

    /** Every column of every table, as text. */
    private List<String> holding(String words) {
        var tables = jdbc.queryForList(
                "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any(?)",
                String.class,
                (Object) ROOMS.toArray(String[]::new));
        assertThat(tables).hasSizeGreaterThan(25);
        var found = new ArrayList<String>();
        for (var table : tables) {
            var rows = jdbc.queryForObject(
                    "select count(*) from " + table + " t where position(? in t::text) > 0", Long.class, words);
            if (Objects.requireNonNull(rows) > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
