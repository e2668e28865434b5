package app.teahouse.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A buyer asks, staff attach, and the invoice is its buyer's alone. */
@TeahouseTest
class InvoiceDocumentTest {
    private static final byte[] PDF = "%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcTemplate jdbc;

    private Owner owner;
    private Person buyer;
    private String mine;
    private String staffs;

    @BeforeEach
    void anOrderWhoseBuyerAsks() {
        owner = somePlans.paidCircle();
        buyer = people.someone();
        var order = some.buy(owner, buyer, somePlans.plan(owner, "yearly", 19900));
        mine = "/me/orders/" + Ids.text(order.id());
        staffs = "/c/" + owner.member().face().slug() + "/manage/money/orders/" + Ids.text(order.id());
        assertThat(mvc.post()
                        .uri(mine + "/invoice")
                        .with(csrf())
                        .cookie(people.cookie(buyer))
                        .param("title", "Tea & Co.")
                        .param("taxNumber", "91310000")
                        .param("email", "books@example.org"))
                .hasStatus(303);
    }

    @Test
    void its_buyer_fetches_what_staff_attached_and_nobody_else_does() {
        assertThat(get(mine, buyer)).bodyText().contains("Tea &amp; Co.", "91310000");
        assertThat(get(mine + "/invoice/document", buyer)).hasStatus(404);
        assertThat(attach(PDF)).hasStatus(303);

        var fetched = get(mine + "/invoice/document", buyer);
        assertThat(fetched).hasStatusOk().hasContentType("application/pdf");
        assertThat(fetched.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(fetched.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(get(staffs + "/invoice/document", owner.member().person())).hasStatusOk();
        assertThat(get(staffs + "/invoice/document", buyer)).hasStatus(403);
        var other = people.someone();
        some.buy(owner, other, somePlans.plan(owner, "monthly", 900));
        assertThat(get(mine + "/invoice/document", other)).hasStatus(404);
        assertThat(get(staffs + "/invoice/document", other)).hasStatus(403);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ?",
                        String.class,
                        buyer.account().value()))
                .contains("invoice_issued"));
    }

    @Test
    void what_is_no_invoice_is_refused() {
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThat(attach(script)).hasStatus(422).bodyText().contains("document-error");
        assertThat(attach(new byte[0])).hasStatus(422);
    }

    private MvcTestResult get(String path, Person person) {
        return mvc.get().uri(path).cookie(people.cookie(person)).exchange();
    }

    private MvcTestResult attach(byte[] bytes) {
        return mvc.post()
                .uri(staffs + "/invoice")
                .multipart()
                .file(new MockMultipartFile("document", "fapiao.pdf", "application/pdf", bytes))
                .cookie(people.cookie(owner.member().person()))
                .with(csrf())
                .exchange();
    }
}
