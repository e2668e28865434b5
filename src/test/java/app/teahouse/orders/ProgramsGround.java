package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.invitations.SomeInvitations;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SavedMeans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.tokens.SomeTokens;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A circle that costs something, and programs that speak for people. */
abstract class ProgramsGround {
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

    Owner owner;

    Plan month;

    Person buyer;

    String api;

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

    @Nullable
    Object automatic(String uri) {
        return com.jayway.jsonpath.JsonPath.read(text(get(buyer, uri)), "$.renewing.automatic");
    }

    MvcTestResult choose(Person person, long plan) {
        return ask(HttpMethod.PUT, person, api + "/pass/next", null, "{\"plan\":" + plan + "}");
    }

    MvcTestResult get(Person person, String uri) {
        return ask(HttpMethod.GET, person, uri, null, null);
    }

    MvcTestResult post(Person person, String uri, @Nullable String key, @Nullable String body) {
        return ask(HttpMethod.POST, person, uri, key, body);
    }

    MvcTestResult ask(HttpMethod method, Person person, String uri, @Nullable String key, @Nullable String body) {
        var request =
                mvc.method(method).uri(uri).header("Authorization", "Bearer " + tokens.some(person, "read", "write"));
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return body == null
                ? request.exchange()
                : request.contentType("application/json").content(body).exchange();
    }

    static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    static void assertCode(MvcTestResult answer, int status, String... codes) {
        assertThat(answer).hasStatus(status).bodyText().contains(codes);
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Nullable
    Long count(@CompileTimeConstant String sql) {
        return db.sql(sql).with("circle", owner.circle()).one(Long.class);
    }
}
