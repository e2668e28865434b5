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
public abstract class ProgramsGround {
    @Autowired
    protected SomeOrders some;

    @Autowired
    protected SomePlans somePlans;

    @Autowired
    protected SomePeople people;

    @Autowired
    protected SomePayments payments;

    @Autowired
    protected SomeInvitations invitations;

    @Autowired
    protected SomeTokens tokens;

    @Autowired
    protected SavedMeans savedMeans;

    @Autowired
    protected AskForInvoice askForInvoice;

    @Autowired
    protected app.teahouse.circles.Circles known;

    @Autowired
    protected Prove prove;

    @Autowired
    protected Db db;

    @Autowired
    protected MockMvcTester mvc;

    protected Owner owner;

    protected Plan month;

    protected Person buyer;

    protected String api;

    @BeforeEach
    protected void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        month = somePlans.plan(owner, "monthly", 2900);
        buyer = people.someone();
        api = "/api/v1/circles/" + SomeCircles.slug(owner);
    }

    @AfterEach
    protected void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @Nullable
    protected Object automatic(String uri) {
        return com.jayway.jsonpath.JsonPath.read(text(get(buyer, uri)), "$.renewing.automatic");
    }

    protected MvcTestResult choose(Person person, long plan) {
        return ask(HttpMethod.PUT, person, api + "/pass/next", null, "{\"plan\":" + plan + "}");
    }

    protected MvcTestResult get(Person person, String uri) {
        return ask(HttpMethod.GET, person, uri, null, null);
    }

    protected MvcTestResult post(Person person, String uri, @Nullable String key, @Nullable String body) {
        return ask(HttpMethod.POST, person, uri, key, body);
    }

    protected MvcTestResult ask(
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

    protected static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    protected static void assertCode(MvcTestResult answer, int status, String... codes) {
        assertThat(answer).hasStatus(status).bodyText().contains(codes);
    }

    protected static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Nullable
    protected Long count(@CompileTimeConstant String sql) {
        return db.sql(sql).with("circle", owner.circle()).one(Long.class);
    }
}
