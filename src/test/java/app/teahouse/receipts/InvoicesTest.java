package app.teahouse.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.AskForInvoice;
import app.teahouse.orders.InvoiceDocument;
import app.teahouse.orders.Order;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.SomePlans;
import app.teahouse.plans.Plans;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A wish for an invoice is seen by those who can fulfil it, and a wrong file can be given anew. */
@TeahouseTest
class InvoicesTest {
    private static final AskForInvoice.Wish WISH = new AskForInvoice.Wish("Lin", "", "lin@example.org");

    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    AskForInvoice askForInvoice;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Order order;

    @BeforeEach
    void somethingBought() {
        owner = somePlans.paidCircle();
        order = some.buy(owner, people.someone(), plans.byNumber(owner.circle(), 1));
    }

    @Test
    void owner_and_partners_are_told_of_it_once_and_find_it() {
        askForInvoice.ask(order, WISH);
        askForInvoice.ask(order, WISH);
        assertThat(jdbc.queryForObject(
                        "select count(*) from kernel.event where circle_id = ? and kind = 'InvoiceAsked'",
                        Long.class,
                        owner.circle().value()))
                .isLessThanOrEqualTo(1);
        assertThat(page("")).bodyText().contains("An invoice for CN¥199.00 is asked for");
        assertThat(page("/money/orders?only=invoice")).bodyText().contains(order.number());

        askForInvoice.issued(somePlans.partner(owner), order.id(), null, null);
        assertThat(page("")).bodyText().doesNotContain("is asked for");
        assertThat(page("/money/orders?only=invoice")).bodyText().doesNotContain(order.number());
        assertThat(page("/money/orders?currency=CNY")).bodyText().contains(order.number());
        assertThat(page("/money/orders?currency=USD")).bodyText().doesNotContain(order.number());
    }

    @Test
    void what_is_no_address_is_no_file_and_a_wrong_one_is_given_anew() {
        askForInvoice.ask(order, WISH);
        var partner = somePlans.partner(owner);
        assertThatThrownBy(() ->
                        askForInvoice.issued(partner, order.id(), null, "https://files.example/inv 1.pdf\"><script>"))
                .hasMessage("invoice.file");
        askForInvoice.issued(partner, order.id(), null, "https://files.example/wrong.pdf");
        var document = InvoiceDocument.of("%PDF-1.7 right".getBytes(StandardCharsets.UTF_8));
        askForInvoice.issued(partner, order.id(), document, null);
        assertThat(askForInvoice.document(order)).isPresent();
        assertThat(page("/money/orders/" + Ids.text(order.id())))
                .bodyText()
                .doesNotContain("wrong.pdf")
                .contains("Give another file");
    }

    @Test
    void a_file_that_comes_later_is_told_too_and_each_once() {
        askForInvoice.ask(order, WISH);
        var partner = somePlans.partner(owner);
        askForInvoice.issued(partner, order.id(), null, null);
        await().untilAsserted(() -> assertThat(told()).containsExactly("invoice_issued"));
        var document = InvoiceDocument.of("%PDF-1.7 right".getBytes(StandardCharsets.UTF_8));
        askForInvoice.issued(partner, order.id(), document, null);
        await().untilAsserted(() -> assertThat(told()).containsExactly("invoice_again", "invoice_issued"));
    }

    private List<String> told() {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ? and kind like 'invoice%' order by kind",
                String.class, order.account().value());
    }

    private MvcTestResult page(String path) {
        return mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage" + path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
    }
}
