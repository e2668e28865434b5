package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.invitations.SomeInvitations;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SavedMeans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What buyers do by programs: take back, ask for an invoice, try, come back, and decide how their time goes on. */
@TeahouseTest
class ProgramsTest {
    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    SomeInvitations invitations;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SavedMeans savedMeans;

    @Autowired
    AskForInvoice askForInvoice;

    @Autowired
    app.teahouse.circles.Circles known;

    @Autowired
    Prove prove;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Plan month;
    private Person buyer;
    private String api;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        month = somePlans.plan(owner, "monthly", 2900);
        buyer = people.someone();
        api = "/api/v1/circles/" + SomeCircles.slug(owner);
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

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

    @Test
    void a_trial_is_begun_once() {
        var week = somePlans.trial(owner, 7);
        var uri = api + "/plans/" + week.number() + "/trial";

        assertThat(mvc.post().uri(uri).contentType("application/json").content("{}"))
                .hasStatus(401);
        assertCode(post(buyer, api + "/plans/" + month.number() + "/trial", "none", "{}"), 409, "order.no-trial");
        for (var again = 0; again < 2; again++) {
            assertThat(post(buyer, uri, "key", "{}")).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                    {"state": "open", "source": "trial", "renewing": null}
                    """);
        }
        assertCode(post(buyer, uri, "key", "{\"password\": \"x\"}"), 409, "request.key-reused");
        assertCode(post(buyer, uri, "other key", "{}"), 409, "order.no-trial");
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(get(buyer, api + "/membership"))
                .bodyJson()
                .extractingPath("$.endsAt")
                .isNotNull();
    }

    @Test
    void a_trial_of_a_hidden_circle_needs_its_invitation() {
        var week = somePlans.trial(owner, 7);
        db.sql("update circles.circle set visibility = 'hidden', join_mode = 'invitation' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());
        var path = "/plans/" + week.number() + "/trial";
        var code = invitations.code(owner, Role.MEMBER, 1);

        assertThat(post(buyer, api + path, "key", "{}")).hasStatus(404);
        assertThat(get(buyer, api + "/pass")).hasStatus(404);
        assertThat(post(buyer, "/api/v1/invitations/nonsense" + path, "key", "{}"))
                .hasStatus(404);
        assertThat(post(buyer, "/api/v1/invitations/" + code + path, "key", "{}"))
                .hasStatus(201);
        assertThat(post(people.someone(), "/api/v1/invitations/" + code + path, "key", "{}"))
                .as("used up")
                .hasStatus(404);
        assertThat(get(buyer, api + "/pass")).hasStatusOk();
    }

    @Test
    void who_left_before_the_end_comes_back_for_nothing() {
        var uri = api + "/membership/return";
        assertCode(post(buyer, uri, null, null), 409, "join.payment-needed");
        some.buy(owner, buyer, month);
        assertThat(ask(HttpMethod.DELETE, buyer, api + "/membership", null, null))
                .hasStatus(204);
        assertThat(some.isMember(owner, buyer)).isFalse();

        assertThat(mvc.post().uri(uri)).hasStatus(401);
        for (var again = 0; again < 3; again++) {
            assertThat(post(buyer, uri, again < 2 ? "key" : null, null)).hasStatus(204);
        }
        assertCode(post(buyer, uri, "key", "{}"), 409, "request.key-reused");
        assertThat(some.isMember(owner, buyer)).isTrue();
    }

    @Test
    void time_renews_itself_by_the_kept_card_until_it_is_stopped() {
        var uri = api + "/pass";
        assertCode(get(buyer, uri), 404, "pass.none");
        payments.payWithCard(
                owner.circle(),
                Objects.requireNonNull(some.place(owner, buyer, month).checkout()),
                "a good card");

        assertThat(get(buyer, uri)).bodyJson().isLenientlyEqualTo("""
                {"state": "open", "source": "paid", "plan": {"number": %d}, "before": null, "follows": null,
                 "renewing": {"automatic": true, "amount": 2900, "currency": "CNY", "card": "Visa 4242"}}
                """.formatted(month.number()));
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.DELETE, buyer, uri + "/automatic", null, null))
                    .hasStatus(204);
        }
        assertThat(automatic(uri)).isEqualTo(false);
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.PUT, buyer, uri + "/automatic", null, null))
                    .hasStatus(204);
        }
        assertThat(automatic(uri)).isEqualTo(true);

        var stranger = people.someone();
        assertCode(ask(HttpMethod.PUT, stranger, uri + "/automatic", null, null), 404, "pass.none");
        assertCode(ask(HttpMethod.DELETE, stranger, uri + "/automatic", null, null), 404, "pass.none");
        var only = "Bearer " + tokens.some(buyer, "read");
        assertThat(mvc.put().uri(uri + "/automatic").header("Authorization", only))
                .hasStatus(403);

        savedMeans.of(buyer.account()).forEach(card -> savedMeans.remove(buyer.account(), card.id()));
        assertThat(get(buyer, uri)).bodyJson().isLenientlyEqualTo("{\"renewing\": {\"card\": null}}");
        assertCode(ask(HttpMethod.PUT, buyer, uri + "/automatic", null, null), 409, "pass.not-automatic");
    }

    private @Nullable Object automatic(String uri) {
        return com.jayway.jsonpath.JsonPath.read(text(get(buyer, uri)), "$.renewing.automatic");
    }

    @Test
    void a_smaller_plan_follows_on_and_a_better_one_does_not() {
        var year = somePlans.better(owner, "yearly", 39900, 5);
        var best = somePlans.better(owner, "yearly", 99900, 6);
        some.buy(owner, buyer, year);
        var uri = api + "/pass/next";

        assertThat(get(buyer, api + "/pass"))
                .bodyText()
                .contains("\"smaller\":[{")
                .contains("{\"number\":" + month.number());
        for (var again = 0; again < 2; again++) {
            assertThat(choose(buyer, month.number())).hasStatus(204);
        }
        assertThat(get(buyer, api + "/pass")).bodyJson().isLenientlyEqualTo("""
                {"plan": {"number": %d}, "follows": {"number": %d}}
                """.formatted(
                        year.number(), month.number()));
        assertCode(choose(buyer, best.number()), 409, "plan.not-smaller");
        assertCode(choose(buyer, 999), 404, "plan.unknown");
        assertCode(choose(people.someone(), month.number()), 404, "pass.none");
        for (var again = 0; again < 2; again++) {
            assertThat(ask(HttpMethod.DELETE, buyer, uri, null, null)).hasStatus(204);
        }
        assertThat(get(buyer, api + "/pass")).bodyJson().isLenientlyEqualTo("{\"follows\": null}");
    }

    @Test
    void a_membership_tells_until_when_it_is_paid() {
        some.buy(owner, buyer, month);
        assertThat(get(buyer, api + "/membership"))
                .bodyJson()
                .extractingPath("$.readsUntil")
                .isNotNull();
        assertThat(get(owner.member().person(), api + "/membership"))
                .bodyJson()
                .isLenientlyEqualTo("{\"endsAt\": null, \"readsUntil\": null}");
    }

    private MvcTestResult choose(Person person, long plan) {
        return ask(HttpMethod.PUT, person, api + "/pass/next", null, "{\"plan\":" + plan + "}");
    }

    private MvcTestResult get(Person person, String uri) {
        return ask(HttpMethod.GET, person, uri, null, null);
    }

    private MvcTestResult post(Person person, String uri, @Nullable String key, @Nullable String body) {
        return ask(HttpMethod.POST, person, uri, key, body);
    }

    private MvcTestResult ask(
            HttpMethod method, Person person, String uri, @Nullable String key, @Nullable String body) {
        var request =
                mvc.method(method).uri(uri).header("Authorization", "Bearer " + tokens.some(person, "read", "write"));
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return body == null
                ? request.exchange()
                : request.contentType("application/json").content(body).exchange();
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static void assertCode(MvcTestResult answer, int status, String... codes) {
        assertThat(answer).hasStatus(status).bodyText().contains(codes);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private @Nullable Long count(@CompileTimeConstant String sql) {
        return db.sql(sql).with("circle", owner.circle()).one(Long.class);
    }
}
