package app.teahouse.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.circles.Question;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.kernel.Ids;
import app.teahouse.orders.OrdersGround;
import app.teahouse.payments.BeginPayment;
import app.teahouse.questions.SetQuestions;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What buyers read of their orders: what somebody looks at is neither paid nor unpaid. */
@TeahouseTest
class MyOrdersTest extends OrdersGround {
    private static final String OPEN = "Not paid yet";
    private static final String LOOKED = "We are checking your payment";

    @Autowired
    SetUpWay setUpWay;

    @Autowired
    BeginPayment beginPayment;

    @Autowired
    SetQuestions setQuestions;

    @Autowired
    MockMvcTester mvc;

    @Test
    void who_said_that_they_paid_reads_that_it_is_looked_for() {
        var placed = some.place(owner, buyer, year);
        assertThat(page("/me/orders")).bodyText().contains(OPEN).doesNotContain(LOOKED);

        var way = setUpWay.add(
                somePlans.partner(owner),
                "byhand",
                new WayText("Bank", true, List.of(), Map.of("instructions", "Account 42")));
        var checkout = Objects.requireNonNull(placed.checkout());
        var attempt = beginPayment
                .begin(
                        buyer.account(),
                        owner.circle(),
                        checkout,
                        new BeginPayment.Choice(way, Manner.INSTRUCTIONS, null, "127.0.0.1", true))
                .attempt();
        assertThat(page("/me/orders")).bodyText().contains(OPEN).doesNotContain(LOOKED);
        assertThat(mvc.post()
                        .uri("/pay/by-hand/" + attempt.value() + "/claim")
                        .cookie(people.cookie(buyer))
                        .with(csrf())
                        .param("reference", "4711"))
                .hasStatus(303);
        assertThat(page("/me/orders")).bodyText().contains(LOOKED).doesNotContain(OPEN);
        assertThat(page("/me/orders/" + Ids.text(placed.order())))
                .bodyText()
                .contains(LOOKED, "You said that you have paid")
                .doesNotContain("Go on paying");
    }

    @Test
    void ways_of_paying_and_what_staff_give_back_stand_in_the_log() {
        var partner = somePlans.partner(owner);
        var text = new WayText("Bank", true, List.of(), Map.of("instructions", "Account 42"));
        var way = setUpWay.add(partner, "byhand", text);
        setUpWay.change(partner, way, new WayText("Cash", true, List.of(), Map.of("instructions", "At the door")));
        setUpWay.remove(partner, way);
        var order = some.buy(owner, buyer, year);
        some.byStaff(owner, order.id(), 5000, false);

        await().untilAsserted(() -> assertThat(mvc.get()
                        .uri("/c/" + owner.member().face().slug() + "/manage/log")
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .contains(
                        "added the way of paying Bank",
                        "changed the way of paying Cash",
                        "removed the way of paying Cash",
                        "gave back CN¥50.00 of the order " + order.number(),
                        "With regret"));
    }

    @Test
    void what_went_back_whole_asks_for_nothing_any_more() {
        var order = some.buy(owner, buyer, year);
        some.byStaff(owner, order.id(), 19900, false);
        payments.sendRefunds(Instant.now().plusSeconds(60));
        assertThat(page("/me/orders")).bodyText().contains("Returned").doesNotContain(OPEN);
        assertThat(page("/me/orders/" + Ids.text(order.id()))).bodyText().doesNotContain("To pay");
        assertThat(page("/pay/" + Ids.text(Objects.requireNonNull(order.checkout()))))
                .bodyText()
                .contains("Your money went back");
    }

    @Test
    void what_came_when_nothing_was_sold_any_more_is_not_asked_for_again() {
        var placed = some.place(owner, buyer, year);
        jdbc.update("delete from plans.plan where plan_id = ?", year.id().value());
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
        assertThat(page("/me/orders")).bodyText().contains("Money goes back").doesNotContain("Not paid");
        assertThat(page("/me/orders/" + Ids.text(placed.order())))
                .bodyText()
                .contains("Money goes back", "nothing was sold")
                .doesNotContain("To pay", "Not paid");
    }

    @Test
    void who_is_in_and_was_not_asked_finds_the_questions_beside_the_receipt() {
        var order = some.buy(owner, buyer, year);
        var path = "/me/orders/" + Ids.text(order.id());
        var answers = "/c/" + owner.member().face().slug() + "/membership/answers";
        assertThat(page(path)).bodyText().doesNotContain(answers);
        setQuestions.all(somePlans.partner(owner), List.of(Question.open("Which tea?")));
        assertThat(page(path)).bodyText().contains(answers);
        assertThat(mvc.post()
                        .uri(answers + "/skip")
                        .cookie(people.cookie(buyer))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(page(path)).bodyText().doesNotContain(answers);
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).cookie(people.cookie(buyer)).exchange();
    }
}
