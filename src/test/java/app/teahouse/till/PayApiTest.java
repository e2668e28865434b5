package app.teahouse.till;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TestGateway;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import app.teahouse.ways.SomeWays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A program begins to pay for the person who let it in, and learns what they have to do next. */
@TeahouseTest
class PayApiTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCheckouts checkouts;

    @Autowired
    SomeWays ways;

    @Autowired
    SomeTokens tokens;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init") // set before each
    private Way test;

    @SuppressWarnings("NullAway.Init") // set before each
    private Way byHand;

    private String address = "";
    private String token = "";

    @BeforeEach
    void somethingToPay() {
        var owner = circles.someOwner();
        var payer = people.someone();
        test = ways.ofCircle(owner.circle(), TestGateway.KIND, TestGateway.SECRETS);
        byHand = ways.ofCircle(owner.circle(), "byhand", Map.of("instructions", "To the Bank of Example, 42"));
        var checkout = checkouts.open(owner.circle(), payer);
        address = "/api/v1/me/checkouts/" + Ids.text(checkout.id());
        token = token(payer);
    }

    private String token(Person person) {
        return "Bearer " + tokens.some(person, "read", "write");
    }

    @Test
    void it_learns_the_ways_and_begins_one_however_often_it_asks() throws Exception {
        assertThat(mvc.get().uri(address + "/ways").header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains(test.id().value().toString(), "redirect", "qr_code", "instructions")
                .doesNotContain("in_wechat");

        var answers = AtOnce.run(6, () -> text(begin(test, "redirect", token, "")));
        assertThat(answers.done().stream().distinct()).hasSize(1);
        assertThat(answers.done().getFirst()).contains("\"manner\":\"redirect\"", "\"go\":\"https://pay.example/");
        assertThat(jdbc.queryForObject(
                        "select count(*) from payments.attempt where way_id = ?",
                        Long.class,
                        test.id().value()))
                .isEqualTo(1);
    }

    @Test
    void who_pays_by_hand_is_told_where_the_money_goes() {
        assertThat(text(begin(byHand, null, token, "")))
                .contains("To the Bank of Example, 42", "\"manner\":\"instructions\"", "/pay/by-hand/");
    }

    @Test
    void what_is_not_theirs_not_there_or_may_not_be_sold_there_is_not_found() {
        assertThat(begin(test, "redirect", token(people.someone()), "")).hasStatus(404);
        assertThat(begin(test, "in_wechat", token, "")).hasStatus(404);
        assertThat(begin(test, "nonsense", token, "")).hasStatus(404);
        assertThat(begin(byHand, "redirect", token, "")).hasStatus(404);
        assertThat(begin(test, "redirect", token, "Mozilla/5.0 (iPhone) MicroMessenger/8.0"))
                .hasStatus(404);
    }

    private MvcTestResult begin(
            Way way, @org.jspecify.annotations.Nullable String manner, String bearer, String userAgent) {
        return mvc.put()
                .uri(address + "/payment")
                .header("Authorization", bearer)
                .header("User-Agent", userAgent)
                .contentType("application/json")
                .content("{\"way\":\"" + way.id().value() + "\""
                        + (manner == null ? "" : ",\"manner\":\"" + manner + "\"") + "}")
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
