package app.teahouse.statements;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables that a spreadsheet opens well: complete, in the reader's language, and harmless whatever somebody called themselves. */
@TeahouseTest
class StatementsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePlans somePlans;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Member buyer;
    private UUID plan;
    private long planNumber;

    @BeforeEach
    void aCircleThatSold() {
        owner = circles.someOwner();
        var made = somePlans.plan(owner, "yearly", 19900);
        plan = made.id().value();
        planNumber = made.number();
        buyer = circles.join(owner, people.someone());
        jdbc.update(
                "update members.membership set alias = '=HYPERLINK(\"https://example.org\")' where circle_id = ? and account_id = ?",
                owner.circle().value(),
                buyer.account().value());
    }

    @Test
    void orders_as_a_table_have_everything_and_no_formula() {
        var order = sold("20261123-0001", "2026-11-23T17:30:00Z", plan, 19900, 5000);
        jdbc.update(
                "insert into orders.invoice values (?, ?, 'Tea, \"Ltd\"', '310000000000000', '@tea@example.org', now(), null, null, null)",
                owner.circle().value(),
                order);

        var table = csv("orders", "", Locale.ENGLISH);

        assertThat(table.getFirst()).startsWith("\uFEFFNumber,Paid at,Member,");
        assertThat(table).hasSize(2);
        // In the circle's days: it is the 24th there. Excel takes this for a date, and the amounts for numbers.
        assertThat(table.get(1))
                .startsWith("20261123-0001,2026-11-24 01:30:00,\"'=HYPERLINK(\"\"https://example.org\"\")\",")
                .contains(",Partly returned,199.00,0.00,,199.00,50.00,10.00,2.00,141.00,CNY,")
                .contains("\"Tea, \"\"Ltd\"\"\",'310000000000000,'@tea@example.org,");
        assertThat(csv("orders", "", Locale.CHINESE).getFirst()).startsWith("\uFEFF编号,付款时间,成员,");
    }

    @Test
    void days_and_plans_choose_and_a_page_has_no_end() {
        var other = somePlans.plan(owner, "monthly", 1900);
        jdbc.update("""
                insert into orders.entry (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, amount, currency,
                                          state, made_at, paid_at)
                select ?, gen_random_uuid(), 'N' || n, ?, 'join', ?, 'A year', 100, 100, 'CNY', 'done', now(),
                       timestamptz '2026-01-01 00:00+08' + n * interval '1 hour'
                  from generate_series(0, 1199) n
                """, owner.circle().value(), buyer.account().value(), plan);
        sold("M1", "2026-01-02T03:00:00Z", other.id().value(), 1900, 0);

        assertThat(csv("orders", "", Locale.ENGLISH)).hasSize(1 + 1201);
        assertThat(csv("orders", "?from=2026-01-02&to=2026-01-03", Locale.ENGLISH))
                .hasSize(1 + 48 + 1);
        assertThat(csv("orders", "?plan=" + other.number(), Locale.ENGLISH))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("M1,");
        assertThat(page("/orders?from=2026-01-02&to=2026-01-02&plan=" + planNumber))
                .contains(">N24")
                .doesNotContain(">M1");
        assertThat(mvc.get().uri(url("/statements/orders.csv?from=x")).cookie(cookie()))
                .hasStatus(404);
    }

    @Test
    void transfers_stand_story_by_story() {
        var order = sold("20261123-0001", "2026-11-23T01:00:00Z", plan, 19900, 0);
        transaction.executeWithoutResult(_ -> ledger.post(
                owner.circle(),
                order,
                List.of(new Transfer(
                        TransferId.of(order, "sale"),
                        Purse.of(Purpose.COLLECTED, new UUID(0, 9)),
                        Purse.of(Purpose.HELD),
                        money(19900),
                        Reason.SALE))));
        somePlans.move(owner.circle(), Purse.of(Purpose.COLLECTED, new UUID(0, 9)), Purse.of(Purpose.HELD), money(700));
        var table = csv("transfers", "", Locale.ENGLISH);

        assertThat(table.getFirst()).startsWith("\uFEFFStory,Number,Plan,When,What,From,To,Amount,Currency,");
        assertThat(table).hasSize(3);
        assertThat(table.get(1))
                .startsWith("Order,20261123-0001,A year,")
                .contains(",Sold,\"Payers, through the site\",Income on hold,199.00,CNY,");
        assertThat(table.get(2)).startsWith("Other,,,").contains(",7.00,CNY,");
        assertThat(csv("transfers", "?plan=" + planNumber, Locale.ENGLISH)).hasSize(2);
        assertThat(csv("transfers", "?to=2020-01-01", Locale.ENGLISH)).hasSize(1);
    }

    private UUID sold(String number, String paidAt, UUID of, long minor, long refunded) {
        var id = Ids.next();
        var at = Timestamp.from(Instant.parse(paidAt));
        jdbc.update(
                """
                insert into orders.entry (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, amount, currency,
                                          state, made_at, paid_at, refunded, fee, fee_returned)
                values (?, ?, ?, ?, 'join', ?, 'A year', ?, ?, 'CNY', 'done', ?, ?, ?, ?, ?)
                """,
                owner.circle().value(),
                id,
                number,
                buyer.account().value(),
                of,
                minor,
                minor,
                at,
                at,
                refunded,
                refunded > 0 ? 1000 : 0,
                refunded > 0 ? 200 : 0);
        return id;
    }

    private static Money money(long minor) {
        return new Money(minor, Currency.getInstance("CNY"));
    }

    private Cookie cookie() {
        return people.cookie(owner.member().person());
    }

    private String url(String path) {
        return "/c/" + SomeCircles.slug(owner) + "/manage/money" + path;
    }

    private String page(String path) {
        try {
            return mvc.get()
                    .uri(url(path))
                    .cookie(cookie())
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> csv(String name, String query, Locale locale) {
        var answer = mvc.get()
                .uri(url("/statements/" + name + ".csv" + query))
                .cookie(cookie())
                .header("Accept-Language", locale.toLanguageTag())
                .exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
