package app.teahouse.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.curation.HidePost;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.ChangeProfile;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Newcomers find what the owner set; staff and volunteers see who still waits for a first answer. */
@TeahouseTest
class WelcomeTest {
    @Autowired
    WelcomeSheet sheet;

    @Autowired
    Settings settings;

    @Autowired
    NoteFirstReading firstReading;

    @Autowired
    ChangeProfile changeProfile;

    @Autowired
    WriteComment writeComment;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    Clock clock;

    @Autowired
    HidePost hidePost;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member member;
    String circle = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        circle = "/c/" + SomeCircles.slug(owner);
        settings.choose(
                circles.partner(owner),
                new Settings.Wish(List.of(FirstStep.values()), null, "**Hello {name}**, welcome to {circle}.", 24));
        member = circles.join(owner, people.someone("A <b> person"));
        await().until(() -> !sheet.of(member).isAway());
    }

    private List<FirstStep> done() {
        return sheet.of(member).steps().stream()
                .filter(WelcomeView.Step::done)
                .map(WelcomeView.Step::task)
                .toList();
    }

    private MvcTestResult send(Member who, String path, String... fields) {
        var request = browser.post()
                .uri(circle + path)
                .cookie(people.cookie(who.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private void comment(Member who, long number, String text) {
        writeComment.write(
                circles.speaker(who, Surface.COMMENT), new WriteComment.Asked(Ids.next(), number, null, text));
    }

    /** What a page fetches by itself. */
    private static HttpHeaders part(String path) {
        var headers = new HttpHeaders();
        if (path.endsWith("/unread") || path.endsWith("/card")) {
            headers.add("HX-Request", "true");
        }
        return headers;
    }

    private String page(Member who, String path) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(circle + path)
                .cookie(people.cookie(who.person()))
                .headers(part(path))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void a_newcomer_is_welcomed_by_name_and_the_list_follows_what_they_do() throws Exception {
        assertThat(page(member, "/welcome"))
                .contains("Hello A &lt;b&gt; person", "0 of 4 done")
                .doesNotContain("<b> person");
        assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ? and circle_id = ?",
                        String.class,
                        member.account().value(),
                        owner.circle().value()))
                .containsExactly("welcomed");
        assertThat(page(member, "")).contains("/welcome/card");
        assertThat(page(owner.member(), "")).doesNotContain("/welcome/card");

        changeProfile.change(
                circles.speaker(member, Surface.PROFILE), new ChangeProfile.ProfileText(null, null, "I like tea"));
        posts.somePost(member, "Hello", "I am new.");
        var other = posts.somePost(owner.member());
        comment(member, other, "Thank you");
        firstReading.finished(owner.circle(), member.account(), other);
        await().untilAsserted(() -> assertThat(done()).containsExactly(FirstStep.values()));
        assertThat(page(member, "/welcome/card")).doesNotContain("Put away");
    }

    @Test
    void who_introduced_themselves_waits_until_somebody_else_answers() throws Exception {
        var volunteer = circles.join(owner, people.someone(), Role.VOLUNTEER);
        var number = posts.somePost(member, "Hello", "I am new.");
        comment(member, number, "Nobody here?");
        await().until(() -> done().contains(FirstStep.INTRODUCE));
        assertThat(sheet.waiting(volunteer)).as("not yet a day").isEmpty();
        var tomorrow = clock.instant().plus(Duration.ofHours(25));
        assertThat(TestClock.at(tomorrow, () -> sheet.waiting(volunteer)))
                .extracting(view -> view.card().account())
                .containsExactly(member.account());

        comment(volunteer, number, "Welcome!");
        await().untilAsserted(() -> assertThat(TestClock.at(tomorrow, () -> sheet.waiting(volunteer)))
                .isEmpty());
        assertThat(page(volunteer, "/newcomers")).contains("A &lt;b&gt; person", "Answered");
        assertThatThrownBy(() -> sheet.waiting(member)).hasMessage("circle.staff-only");
    }

    @Test
    void introductions_stand_below_the_post_that_the_owner_chose() {
        var place = posts.somePost(owner.member(), "Who are you?", "Say hello.");
        assertThat(send(owner.member(), "/manage/welcome", "tasks", "introduce", "introduceAt", "999", "patience", "0"))
                .hasStatus(422);
        assertThat(send(
                        owner.member(),
                        "/manage/welcome",
                        "tasks",
                        "introduce",
                        "introduceAt",
                        "#" + place,
                        "patience",
                        "2"))
                .hasStatus(303);
        posts.somePost(member, "Not me", "Something else.");
        comment(member, place, "I am new.");
        await().until(() -> done().equals(List.of(FirstStep.INTRODUCE)));
        assertThat(sheet.newest(owner.member(), null, 10).items().getFirst().introducedIn())
                .isEqualTo(place);
        send(member, "/welcome/away");
        assertThat(sheet.of(member).isAway()).isTrue();
    }

    @Test
    void of_who_hides_what_they_read_staff_see_no_reading() {
        firstReading.finished(owner.circle(), member.account(), 1);
        assertThat(sheet.newest(owner.member(), null, 10).items().getFirst().did(FirstStep.START))
                .isTrue();
        jdbc.update(
                "update members.membership set discreet = true where circle_id = ? and account_id = ?",
                owner.circle().value(),
                member.account().value());
        assertThat(sheet.newest(owner.member(), null, 10).items().getFirst().did(FirstStep.START))
                .isFalse();
        assertThat(done()).containsExactly(FirstStep.START);
    }

    @Test
    void a_task_that_is_none_is_refused_and_a_place_that_is_gone_is_no_link() {
        var partner = circles.partner(owner);
        assertThat(send(owner.member(), "/manage/welcome", "tasks", "dance", "patience", "24"))
                .hasStatus(422)
                .bodyText()
                .contains("dance", "profile, introduce, start, comment");
        var place = posts.write(owner.member(), "Hello", "Introduce yourself here", List.of(), null);
        settings.choose(partner, new Settings.Wish(List.of(FirstStep.INTRODUCE), place.number(), "", 24));
        assertThat(sheet.of(member).steps().getFirst().path()).isEqualTo("/p/" + place.number() + "#comments");

        hidePost.hide(circles.staff(owner), PostKey.of(place.id()), "Not needed any more.");
        assertThat(sheet.of(member).steps().getFirst().path()).isEqualTo("/write");
        assertThat(settings.of(owner.circle()).lostPlace()).isTrue();
    }
}
