package app.teahouse.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.ChangePass;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SavedMeans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What members read of their own time and its renewal, and the buttons that change it. */
@TeahouseTest
class PassPagesTest {
    private static final String DESK = "Mozilla/5.0";
    private static final String WECHAT_IPHONE = "Mozilla/5.0 (iPhone) MicroMessenger/8.0";
    private static final String BEGIN = "Let it renew itself";
    private static final String STOP = "Stop renewing";

    @Autowired
    SomeOrders some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    SavedMeans savedMeans;

    @Autowired
    ChangePass changePass;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Plan month;
    private Person member;
    private String page;

    @BeforeEach
    void somebodyWhoseTimeRenewsItself() {
        owner = somePlans.paidCircle();
        month = somePlans.plan(owner, "monthly", 2900);
        member = people.someone();
        page = "/c/" + SomeCircles.slug(owner) + "/pass";
        payments.payWithCard(
                owner.circle(),
                Objects.requireNonNull(some.place(owner, member, month).checkout()),
                "a good card");
    }

    @Test
    void it_says_how_much_is_charged_to_which_card_and_is_stopped_and_begun_again() {
        assertThat(text(DESK)).contains("29.00", "Visa 4242", STOP).doesNotContain(BEGIN);

        assertThat(press("", DESK)).hasStatus(303);
        assertThat(text(DESK)).contains("29.00", "Visa 4242", BEGIN).doesNotContain(STOP);

        assertThat(press("true", DESK)).hasStatus(303);
        assertThat(text(DESK)).contains(STOP);
    }

    @Test
    void in_wechat_on_an_iphone_it_can_be_stopped_and_nothing_is_sold() {
        assertThat(text(WECHAT_IPHONE)).contains(STOP).doesNotContain("29.00");
        assertThat(press("", WECHAT_IPHONE)).hasStatus(303);
        assertThat(text(WECHAT_IPHONE)).doesNotContain("29.00", BEGIN);
        assertThat(press("true", WECHAT_IPHONE)).hasStatus(404);
        assertThat(text(DESK)).contains(BEGIN);
    }

    @Test
    void without_the_card_it_says_so_and_offers_no_button() {
        savedMeans.of(member.account()).forEach(card -> savedMeans.remove(member.account(), card.id()));
        assertThat(text(DESK)).contains("the card is no longer kept").doesNotContain(STOP, BEGIN);
        changePass.automatic(owner.circle(), member, false);
        assertThat(text(DESK)).doesNotContain(BEGIN);
        assertThat(press("true", DESK)).hasStatus(409);
    }

    @Test
    void the_only_smaller_plan_that_was_chosen_is_taken_back_there() {
        var better = somePlans.better(owner, "yearly", 39900, 5);
        var other = people.someone();
        some.buy(owner, other, better);
        member = other;
        db.sql("update plans.plan set state = 'withdrawn' where circle_id = :circle and plan_id <> :month")
                .with("circle", owner.circle())
                .with("month", month.id())
                .run();
        changePass.next(owner.circle(), other, month.number());
        assertThat(text(DESK)).contains("Keep what I have");
    }

    @Test
    void who_begins_it_too_late_reads_that_the_time_is_over_before_anything_is_charged() {
        db.sql("update passes.pass set ends_at = now() + interval '2 days' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        assertThat(text(DESK)).contains("but not before", "seven days after we told you");
        assertThat(press("", DESK)).hasStatus(303);
        assertThat(text(DESK)).contains("The first time we charge nothing before", BEGIN);
        assertThat(text(WECHAT_IPHONE)).doesNotContain("29.00", "charge nothing before");
    }

    @Test
    void a_plan_of_the_same_level_stands_there_once() {
        var year = somePlans.plan(owner, "yearly", 19900);
        assertThat(text(DESK))
                .contains("/plans/" + year.number() + "\"")
                .doesNotContain("name=\"plan\" value=\"" + year.number() + "\"");
    }

    @Test
    void what_a_page_of_the_circle_refuses_is_said_inside_the_circle() {
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/plans/999").cookie(people.cookie(member)))
                .hasStatus(404)
                .bodyText()
                .contains(
                        "circle-head",
                        "Back to " + owner.member().face().name(),
                        "href=\"/c/" + SomeCircles.slug(owner));
        assertThat(mvc.get().uri("/c/no-such-circle-here/plans/1").cookie(people.cookie(member)))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("circle-head");
    }

    private MvcTestResult press(String automatic, String browser) {
        var request = mvc.post()
                .uri(page + "/automatic")
                .header("User-Agent", browser)
                .cookie(people.cookie(member))
                .with(csrf());
        return automatic.isEmpty()
                ? request.exchange()
                : request.param("automatic", automatic).exchange();
    }

    private String text(String browser) {
        var answer = mvc.get()
                .uri(page)
                .header("User-Agent", browser)
                .cookie(people.cookie(member))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
