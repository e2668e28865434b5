package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The operator's fee: set for one circle, taken away again, and read in the log and by the owner as people write money. */
@TeahouseTest
class FeePagesTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    Fees fees;

    @Autowired
    MockMvcTester mvc;

    private Person operator;

    @BeforeEach
    void anOperator() {
        operator = people.someOperator();
    }

    @Test
    void one_circle_pays_otherwise_until_that_is_taken_away() {
        var owner = somePlans.paidCircle();
        var name = owner.member().face().name();
        var wish = Map.of("circle", SomeCircles.slug(owner), "percent", "5", "fixed", "0.30", "currency", "usd");
        assertThat(post("", wish)).hasStatus(303);
        assertThat(fees.of(owner.circle(), USD)).matches(Fees.Fee::own);
        assertThat(get("/site/log")).bodyText().contains("Changed the fee of " + name + ": 5% and $0.30");
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/money")
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .contains("Of each sale in USD the site keeps 5% and $0.30.");

        var removal = "/" + Ids.text(owner.circle()) + "/removal";
        assertThat(post(removal, Map.of("currency", "USD"))).hasStatus(303);
        assertThat(post(removal, Map.of("currency", "USD"))).hasStatus(303);
        assertThat(fees.of(owner.circle(), USD).own()).isFalse();
        assertThat(get("/site/log"))
                .bodyText()
                .containsOnlyOnce("Let " + name + " pay the fee of all circles again (USD)");
    }

    @Test
    void what_is_no_currency_is_said_beside_it() {
        assertThat(post("", Map.of("percent", "5", "fixed", "0", "currency", "tea")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"currency-error\"");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).cookie(people.cookie(operator)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/site/money/fees" + path)
                .cookie(people.cookie(operator))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
