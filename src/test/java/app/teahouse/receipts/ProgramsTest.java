package app.teahouse.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.orders.InvoiceDocument;
import app.teahouse.orders.ProgramsGround;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What buyers do by programs: take back, ask for an invoice, try, come back, and decide how their time goes on. */
@TeahouseTest
class ProgramsTest extends ProgramsGround {
    @Test
    void an_order_is_taken_back_once_with_a_key_and_by_nobody_else() throws Exception {
        var order = "/api/v1/me/orders/" + some.buy(owner, buyer, month).id().value();
        var refund = order + "/refund";
        var stranger = people.someone();

        assertThat(get(buyer, order + "/receipt")).bodyJson().isLenientlyEqualTo("""
                {"order": {"kind": "join", "state": "done", "amount": 2900, "currency": "CNY"}, "listed": 2900, "discount": 0,
                 "payment": {"receivedByCircle": false},
                 "refunds": [], "left": 2900, "mayTakeBack": true, "invoice": null}
                """);
        assertThat(get(stranger, order + "/receipt")).hasStatus(404);
        assertCode(ask(HttpMethod.POST, stranger, refund, "key", null), 404, "order.unknown");
        assertThat(mvc.post().uri(refund).header("Idempotency-Key", "key")).hasStatus(401);
        assertCode(ask(HttpMethod.POST, buyer, refund, null, null), 422, "request.key-needed");

        var taken = AtOnce.run(4, () -> status(ask(HttpMethod.POST, buyer, refund, "key", null)));
        assertThat(taken.done()).containsOnly(200);
        var again = ask(HttpMethod.POST, buyer, refund, "key", null);
        assertThat(again).hasStatusOk().headers().containsHeader("Idempotent-Replayed");
        assertThat(again).bodyJson().isLenientlyEqualTo("""
                {"order": {"state": "refunded", "refunded": 2900}, "left": 0, "mayTakeBack": false,
                 "refunds": [{"amount": 2900, "byMe": true}]}
                """);
        assertCode(ask(HttpMethod.POST, buyer, refund, "key", "{\"reason\":\"\"}"), 409, "request.key-reused");
        assertThat(ask(HttpMethod.POST, buyer, refund, "other key", null)).hasStatusOk();
        assertThat(count("select count(*) from orders.refund where circle_id = :circle"))
                .isEqualTo(1);
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    @Test
    void what_was_shown_to_be_given_is_sent_back_and_another_end_is_refused() {
        var wish = "{\"plan\": " + month.number() + ", \"gives\": \"%s\"}";
        assertCode(post(buyer, api + "/orders", "old", wish.formatted("JOIN 2020-01-31")), 409, "order.price-changed");
        var offers = text(get(buyer, api + "/offers"));
        var own = JsonPath.<List<String>>read(offers, "$.items[?(@.plan == " + month.number() + ")].gives");
        assertThat(post(buyer, api + "/orders", "new", wish.formatted(own.getFirst())))
                .hasStatus(201);
    }

    @Test
    void what_cannot_be_taken_back_says_why() {
        some.buy(owner, buyer, month);
        var renewal = some.buy(owner, buyer, month);
        var uri = "/api/v1/me/orders/" + renewal.id().value();
        assertThat(get(buyer, uri + "/receipt")).bodyJson().isLenientlyEqualTo("{\"mayTakeBack\": false}");
        assertCode(ask(HttpMethod.POST, buyer, uri + "/refund", "key", null), 409, "refund.not-first");
        // What was refused is not kept under its key.
        assertCode(ask(HttpMethod.POST, buyer, uri + "/refund", "key", null), 409, "refund.not-first");
    }

    @Test
    void an_invoice_is_asked_for_and_changed_until_it_is_issued() {
        var order = some.buy(owner, buyer, month);
        var uri = "/api/v1/me/orders/" + order.id().value() + "/invoice";
        var wish = "{\"title\": \"Tea Ltd\", \"taxNumber\": \"91-x\", \"email\": \"bills@example.org\"}";

        assertCode(ask(HttpMethod.PUT, people.someone(), uri, null, wish), 404, "order.unknown");
        assertThat(ask(HttpMethod.PUT, buyer, uri, null, "{\"taxNumber\": \"?\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"title\"", "\"taxNumber\"", "\"email\"");
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.PUT, buyer, uri, null, wish)).bodyJson().isLenientlyEqualTo("""
                    {"invoice": {"title": "Tea Ltd", "taxNumber": "91-X", "email": "bills@example.org", "issuedAt": null}}
                    """);
        }
        assertThat(ask(HttpMethod.PUT, buyer, uri, null, wish.replace("Tea Ltd", "Lin")))
                .bodyJson()
                .extractingPath("$.invoice.title")
                .isEqualTo("Lin");

        assertThat(get(buyer, uri + "/document")).hasStatus(404);
        var bill = InvoiceDocument.of("%PDF-1.7 a bill".getBytes(StandardCharsets.US_ASCII));
        askForInvoice.issued(somePlans.partner(owner), order.id(), bill, null);
        assertThat(get(buyer, uri.replace("/invoice", "/receipt")))
                .bodyJson()
                .isLenientlyEqualTo("{\"invoice\": {\"title\": \"Lin\", \"attached\": true}}");
        assertThat(get(buyer, uri + "/document")).hasStatusOk().bodyText().isEqualTo("%PDF-1.7 a bill");
        assertThat(get(people.someone(), uri + "/document")).hasStatus(404);
        assertCode(ask(HttpMethod.PUT, buyer, uri, null, wish), 409, "invoice.issued");
    }
}
