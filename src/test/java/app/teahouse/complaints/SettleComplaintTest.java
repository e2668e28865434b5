package app.teahouse.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.complaints.SettleComplaint.Verdict;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.reports.SomeReports;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Reports about those who lead a circle go over their heads. */
@TeahouseTest
class SettleComplaintTest {
    @Autowired
    SettleComplaint settleComplaint;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeReports reports;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JsonMapper json;

    Owner owner;
    Operator operator;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        operator = gate.operator(new Visitor(people.someOperator()));
    }

    private ComplaintId complaint() {
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select count(*) from complaints.complaint where circle_id = ? and state = 'open'",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(1));
        return new ComplaintId(Objects.requireNonNull(jdbc.queryForObject(
                "select complaint_id from complaints.complaint where circle_id = ? and state = 'open'",
                UUID.class,
                owner.circle().value())));
    }

    @Test
    void a_post_of_a_partner_waits_for_the_operator_and_not_for_the_staff() throws UnsupportedEncodingException {
        var partner = circles.join(owner, people.someone("Partner"), Role.PARTNER);
        var number = posts.somePost(partner, "Mine", "Buy my shoes");
        reports.post(circles.someMember(owner), number, "fraud");
        complaint();

        var queue = browser.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/review")
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(queue.getResponse().getContentAsString()).contains("Nothing waits for you");
        assertThat(jdbc.queryForObject(
                        "select count(*) from review.item where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isZero();
    }

    @Test
    void who_complained_before_a_decision_is_heard_again_after_it() throws UnsupportedEncodingException {
        var member = circles.someMember(owner);
        reports.circle(member, "illegal");
        var first = complaint();
        settleComplaint.settle(
                operator, owner.circle(), first, new SettleComplaint.Wish(Verdict.NONE, "", null, false));
        reports.circle(member, "fraud");
        assertThat(complaint()).isNotEqualTo(first);
        assertThat(list("false"))
                .contains(
                        "Fraud, or it asks",
                        "Decided before:",
                        Objects.requireNonNull(member.standing()).alias())
                .doesNotContain("Against the law");
    }

    private String list(String settled) throws UnsupportedEncodingException {
        var page = browser.get()
                .uri("/site/complaints?settled=" + settled)
                .cookie(people.cookie(operator.person()))
                .exchange()
                .getResponse()
                .getContentAsString();
        var from = page.indexOf("/c/" + SomeCircles.slug(owner));
        var to = page.indexOf("</li>", from);
        assertThat(from).isPositive();
        return page.substring(from, to);
    }

    @Test
    void what_was_typed_stays_where_a_decision_is_refused() throws Exception {
        reports.circle(circles.someMember(owner), "illegal");
        var url = "/site/complaints/" + owner.circle().value() + "/" + Ids.text(complaint()) + "/verdict";
        var page = browser.post()
                .uri(url)
                .cookie(people.cookie(operator.person()))
                .with(csrf())
                .param("verdict", "closed")
                .param("reason", "Typed at length")
                .param("days", "3")
                .exchange()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains(
                        "<details class=\"field\" open>",
                        "value=\"closed\" selected",
                        "value=\"Typed at length\"",
                        "value=\"3\"");
    }

    @Test
    void a_program_that_does_not_know_that_one_may_be_alone_says_nothing_of_it() {
        var wish = json.readValue("{\"verdict\":\"none\"}", ComplaintApi.VerdictJson.class);
        assertThat(wish.alone()).isNull();
    }

    @Test
    void of_two_operators_at_once_one_settles_and_the_owner_is_told_why() throws Exception {
        reports.circle(circles.someMember(owner), "illegal");
        var id = complaint();
        var all = AtOnce.run(8, () -> {
            settleComplaint.settle(
                    operator, owner.circle(), id, new SettleComplaint.Wish(Verdict.WARNED, "No shops", null, false));
            return true;
        });
        assertThat(all.done()).hasSize(1);
        assertThat(all.refused()).hasSize(7).containsOnly("complaint.settled");
        var log = browser.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/log")
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(log.getResponse().getContentAsString()).contains("No shops");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ?",
                        String.class,
                        owner.account().value()))
                .contains("circle_warned"));
    }
}
