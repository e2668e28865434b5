package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members report on a form, staff decide on another, and programs do the same; the reported never learn who it was. */
@TeahouseTest
class QueueDoorsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    QueueSheet queueSheet;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Staff staff;
    Member writer;
    Member reporter;
    long number;
    String circle = "";

    @BeforeEach
    void aPost() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        writer = circles.someMember(owner);
        reporter = circles.someMember(owner);
        number = posts.somePost(writer, "Shoes", "Cheap shoes here");
        circle = "/c/" + SomeCircles.slug(owner);
    }

    private MvcTestResult send(Member who, String path, String... fields) {
        var request =
                browser.post().uri(path).cookie(people.cookie(who.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(Member reader, String path) throws UnsupportedEncodingException {
        var answer =
                browser.get().uri(path).cookie(people.cookie(reader.person())).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult report(Member who, String reason, String note) {
        return send(
                who,
                circle + "/reports",
                "kind",
                "post",
                "key",
                String.valueOf(number),
                "reason",
                reason,
                "note",
                note);
    }

    private QueueRow waiting() {
        await().untilAsserted(() ->
                assertThat(queueSheet.page(staff, "all", null, 30).items()).hasSize(1));
        return queueSheet.page(staff, "all", null, 30).items().getFirst();
    }

    @Test
    void whoever_decides_chooses_among_the_rules_in_the_words_that_members_read() throws UnsupportedEncodingException {
        assertThat(send(
                        owner.member(),
                        circle + "/manage/settings/rules",
                        "text",
                        "# Rules\n\n1. **No selling.** Name *yours* once.\n2. Be kind & patient."))
                .hasStatus(303);
        report(reporter, "spam", "");
        assertThat(page(owner.member(), circle + "/manage/review/" + waiting().key()))
                .contains(">Rules<", ">No selling. Name yours once.<", ">Be kind &amp; patient.<");
    }

    @Test
    void who_is_muted_reports_too_and_something_else_asks_for_words() throws UnsupportedEncodingException {
        for (var surface : Surface.values()) {
            circles.mute(reporter, Db.name(surface));
        }
        assertThat(page(reporter, circle + "/p/" + number)).contains("/reports/new?kind=post");
        assertThat(page(reporter, circle + "/reports/new?kind=post&key=" + number))
                .contains("Shoes");
        assertThat(report(reporter, "other", " ")).hasStatus(422);
        assertThat(report(reporter, "nonsense", "")).hasStatus(422);
        assertThat(report(reporter, "other", "It is a copy of my shop")).hasStatus(303);
        assertThat(page(reporter, circle + "/reports/new?kind=post&key=" + number))
                .contains("It is a copy of my shop");
        assertThat(report(writer, "spam", "")).as("one's own").hasStatus(409);
        assertThat(page(owner.member(), circle + "/manage/review/" + waiting().key()))
                .contains("It is a copy of my shop", reporter.standing().alias());
    }

    @Test
    void staff_decide_on_the_page_and_the_writer_learns_why_and_not_who_reported() throws UnsupportedEncodingException {
        report(reporter, "spam", "<script>alert(1)</script>");
        var item = circle + "/manage/review/" + waiting().key();
        var shown = page(owner.member(), item);
        assertThat(shown)
                .contains("alert(1)", "data-key=\"1\"", "name=\"turn\" value=\"1\"")
                .doesNotContain("<script>alert");
        assertThat(page(owner.member(), circle + "/manage/review")).contains("data-step");

        assertThat(send(owner.member(), item + "/decision", "turn", "1", "fate", "hide", "measure", "warn"))
                .as("without a reason")
                .hasStatus(422);
        assertThat(send(
                        owner.member(),
                        item + "/decision",
                        "turn",
                        "1",
                        "fate",
                        "hide",
                        "measure",
                        "warn",
                        "rule",
                        "No shops",
                        "reason",
                        "This is one"))
                .hasStatus(303);
        assertThat(send(owner.member(), item + "/decision", "turn", "1", "fate", "keep", "measure", "none"))
                .hasStatus(409);
        var mine = page(writer, circle + "/membership/strikes");
        assertThat(mine).contains("No shops").doesNotContain(reporter.standing().alias());
        assertThat(page(owner.member(), circle + "/manage/log")).contains("No shops");
        assertThat(page(owner.member(), circle + "/manage/review/decided")).contains("This is one");
        assertThat(page(owner.member(), circle + "/manage/review/numbers")).contains("1 decision");
        assertThat(page(owner.member(), circle + "/manage/review/numbers?days=365"))
                .contains("1 decision", "href=\"?days=365\" aria-current=\"page\">A year");
        assertThat(send(owner.member(), item + "/reversal")).hasStatus(303);
        assertThat(page(writer, circle + "/membership/strikes")).contains("Taken back");
    }

    @Test
    void programs_report_and_decide_the_same() throws UnsupportedEncodingException {
        var api = "/api/v1" + circle.replace("/c/", "/circles/");
        var mine = "Bearer " + tokens.some(reporter.person(), "read", "write");
        assertThat(browser.post()
                        .uri(api + "/reports")
                        .header("Authorization", mine)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"post\",\"key\":\"" + number + "\",\"reason\":\"fraud\"}"))
                .hasStatus(204);
        var item = api + "/review/" + waiting().key();
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        assertThat(browser.get().uri(item).header("Authorization", token))
                .bodyJson()
                .extractingPath("$.reports[0].reason")
                .isEqualTo("fraud");
        assertThat(
                        browser.post()
                                .uri(item + "/decision")
                                .header("Authorization", token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"turn\":1,\"fate\":\"delete\",\"measure\":\"mute\",\"muteDays\":3,\"reason\":\"Rule 3\"}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("decided");
        assertThat(browser.get().uri(api + "/review").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void a_page_of_the_queue_asks_six_times() throws UnsupportedEncodingException {
        for (var i = 0; i < 3; i++) {
            number = posts.somePost(writer, "Post " + i, "Words");
            report(reporter, "spam", "");
        }
        await().untilAsserted(() ->
                assertThat(queueSheet.page(staff, "all", null, 30).items()).hasSize(3));
        Db.countFrom0();
        queueSheet.page(staff, "all", null, 30);
        queueSheet.counts(staff);
        assertThat(Db.statements()).as("and one of the Gate's").isLessThanOrEqualTo(4);
    }

    @Test
    void the_owner_sets_the_ladder_and_nobody_else() throws UnsupportedEncodingException {
        var ladder = circle + "/manage/review/ladder";
        var fields = new String[] {
            "lapseDays",
            "30",
            "strikes",
            "1",
            "measure",
            "mute",
            "muteDays",
            "2",
            "strikes",
            "",
            "measure",
            "warn",
            "muteDays",
            ""
        };
        assertThat(send(circles.someAdmin(owner).member(), ladder, fields)).hasStatus(403);
        assertThat(send(owner.member(), ladder, fields)).hasStatus(303);
        assertThat(page(owner.member(), ladder)).contains("value=\"30\"");
        assertThat(send(owner.member(), ladder, "lapseDays", "0")).hasStatus(422);
        report(reporter, "spam", "");
        assertThat(page(owner.member(), circle + "/manage/review/" + waiting().key()))
                .contains("mute for 2 days");
    }
}
