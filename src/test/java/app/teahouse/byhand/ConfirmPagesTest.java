package app.teahouse.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SetUpWay.WayText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where several payments wait, what is wrong is said at the one that was meant, and what was typed stays there. */
@TeahouseTest
class ConfirmPagesTest extends ByHandGround {
    @Test
    void a_wrong_sum_and_a_missing_reference_stand_at_their_own_payment() {
        var way = setUpWay.add(
                partner, "byhand", new WayText("Cash", true, List.of(), Map.of("instructions", "At the door")));
        var other = some.begin(some.open(partner.circle(), people.someone()), waysOf(way), Manner.INSTRUCTIONS);

        assertThat(arrived(attempt.value().toString(), "9 9", "statement 7"))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("is-invalid")
                .contains(
                        "id=\"amount-" + attempt.value() + "-error\"",
                        "value=\"9 9\"",
                        "value=\"statement 7\"",
                        "id=\"amount-" + other.value() + "\"")
                .containsOnlyOnce("value=\"99.00\"");
        assertThat(arrived(other.value().toString(), "98", ""))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("is-invalid")
                .contains("id=\"reference-" + other.value() + "-error\"", "value=\"98\"");
        assertThat(arrived(other.value().toString(), "99", "statement 8")).hasStatus(303);
    }

    @Test
    void the_menu_says_how_many_wait_and_only_to_those_for_whom_they_do() {
        assertThat(confirm()).bodyText().doesNotContain("1 waits for you");
        sayPaid.say(payer, partner.circle(), attempt.value(), "Wenche, 4711", null);
        assertThat(confirm()).bodyText().containsOnlyOnce("(1 waits for you)");
        confirm.arrived(partner, attempt.value(), SomeCheckouts.PRICE, "statement 7");
        assertThat(confirm()).bodyText().doesNotContain("1 waits for you");
    }

    private MvcTestResult confirm() {
        return mvc.get()
                .uri("/c/" + partner.member().face().slug() + "/manage/money/confirm")
                .cookie(people.cookie(partner.member().person()))
                .exchange();
    }

    private MvcTestResult arrived(String attempt, String amount, String reference) {
        return mvc.post()
                .uri("/c/" + partner.member().face().slug() + "/manage/money/confirm/arrivals/" + attempt
                        + "/confirmation")
                .cookie(people.cookie(partner.member().person()))
                .with(csrf())
                .param("currency", "CNY")
                .param("amount", amount)
                .param("reference", reference)
                .exchange();
    }
}
