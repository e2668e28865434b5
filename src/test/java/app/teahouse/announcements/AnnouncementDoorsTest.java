package app.teahouse.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import app.teahouse.topics.Unsubscribing;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Announcements on pages, by programs, and the link in a mail. */
@TeahouseTest
@Tag("once")
class AnnouncementDoorsTest {
    @Autowired
    SomeAnnouncements some;

    @Autowired
    Opened opened;

    @Autowired
    DraftAnnouncement draft;

    @Autowired
    LoosePictures pictures;

    @Autowired
    Jobs jobs;

    @Autowired
    Newest newest;

    @Autowired
    Unsubscribing unsubscribing;

    @Autowired
    Topics topics;

    @Autowired
    AnnouncementRows rows;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member member;
    String circle = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
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
                .uri(path)
                .cookie(people.cookie(who.person()))
                .headers(part(path))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void staff_write_try_and_send_it_and_members_open_it() throws UnsupportedEncodingException {
        var desk = circle + "/manage/announcements";
        assertThat(send(owner.member(), desk, "subject", " ", "body", "Words kept"))
                .hasStatus(422)
                .bodyText()
                .contains("Words kept");
        assertThat(send(owner.member(), desk, "subject", "Spring <tea>", "body", "**Come** at five", "mail", "true"))
                .hasStatus(303);
        assertThat(page(owner.member(), desk)).contains("Spring &lt;tea&gt;", "Draft");
        assertThat(send(owner.member(), desk + "/1/trial")).hasStatus(303);
        assertThat(send(owner.member(), desk + "/1/sending", "edits", "0", "when", "later", "at", ""))
                .hasStatus(422);
        assertThat(page(owner.member(), desk + "/1")).contains("<strong>Come</strong>", "2 members will get it");
        assertThat(send(owner.member(), desk + "/1/sending", "edits", "0", "when", "now"))
                .hasStatus(303);
        assertThat(browser.get().uri(circle + "/announcements/1").cookie(people.cookie(member.person())))
                .hasStatus(404);

        some.whole(rows.numbered(owner.circle(), 1));
        newest.look(owner.circle(), clock.instant());
        assertThat(page(member, circle)).contains("/announcements/unread");
        assertThat(page(member, circle + "/announcements/unread")).contains("Spring &lt;tea&gt;", "Put away");
        assertThat(page(member, circle + "/announcements")).contains("Spring &lt;tea&gt;");
        assertThat(page(member, circle + "/announcements/1")).contains("<strong>Come</strong>");
        opened.flush();
        assertThat(rows.numbered(owner.circle(), 1).tally().read()).isEqualTo(1);
        assertThat(page(member, circle + "/announcements/unread")).doesNotContain("Spring");
        assertThat(page(owner.member(), desk + "/1"))
                .contains("What became of it", "fewer than five")
                .doesNotContain("50 %");
    }

    /** Mail programs post with no cookie and no token; looking at the link changes nothing. */
    @Test
    void one_press_in_a_mail_is_enough_and_a_made_up_link_is_not_found() {
        var link = unsubscribing.path(member.account(), owner.circle(), Topic.ANNOUNCEMENT_MAIL);
        assertThat(browser.get().uri(link)).hasStatusOk().bodyText().contains("No more announcements of");
        assertThat(off()).isFalse();
        assertThat(browser.post().uri(link).param("List-Unsubscribe", "One-Click"))
                .hasStatusOk();
        assertThat(off()).isTrue();
        assertThat(browser.post().uri(link).param("again", "true")).hasStatusOk();
        assertThat(off()).isFalse();

        var other = unsubscribing.path(owner.account(), owner.circle(), Topic.ANNOUNCEMENT_MAIL);
        var forged = other.substring(0, 40) + link.substring(40);
        for (var path : List.of(forged, "/unsubscribe/none", link + "A")) {
            assertThat(browser.post().uri(path)).hasStatus(404);
        }
        var gone = unsubscribing.path(new AccountId(Ids.next()), new CircleId(Ids.next()), Topic.ANNOUNCEMENT_MAIL);
        assertThat(browser.get().uri(gone)).hasStatusOk().bodyText().contains("was deleted");
        assertThat(browser.post().uri(gone)).hasStatusOk().bodyText().contains("was deleted");
    }

    @Test
    void pictures_of_an_announcement_and_of_the_welcome_stay_as_long_as_they_show_them() throws Exception {
        var staff = circles.staff(owner);
        var shown = pictures.leaf(owner);
        var dropped = pictures.leaf(owner);
        var greeting = pictures.leaf(owner);
        assertThat(send(owner.member(), circle + "/manage/announcements", "subject", "A", "body", shown.markdown()))
                .hasStatus(303);
        assertThat(send(owner.member(), circle + "/manage/announcements", "subject", "B", "body", dropped.markdown()))
                .hasStatus(303);
        draft.drop(staff, 2);
        assertThat(send(owner.member(), circle + "/manage/welcome", "message", greeting.markdown(), "patience", "24"))
                .hasStatus(303);
        jobs.run("files.delete-loose", clock.instant().plus(Duration.ofDays(8)));
        assertThat(pictures.isThere(owner, shown)).isTrue();
        assertThat(pictures.isThere(owner, greeting)).isTrue();
        assertThat(pictures.isThere(owner, dropped)).isFalse();
    }

    private boolean off() {
        return !topics.without(owner.circle(), Topic.ANNOUNCEMENT_MAIL, List.of(member.account()))
                .isEmpty();
    }

    @Test
    void programs_do_the_same() {
        var api = "/api/v1/circles/" + SomeCircles.slug(owner);
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        assertThat(browser.post()
                        .uri(api + "/announcement-desk")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"subject\":\"Tea\",\"body\":\"At five\",\"byMail\":false}"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("draft");
        assertThat(browser.patch()
                        .uri(api + "/announcement-desk/1")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"subject\":\"Green tea\",\"edits\":0}"))
                .hasStatusOk()
                .bodyJson()
                .convertTo(InstanceOfAssertFactories.MAP)
                .containsEntry("subject", "Green tea")
                .containsEntry("body", "At five")
                .containsEntry("byMail", false);
        assertThat(browser.put()
                        .uri(api + "/announcement-desk/1/sending")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"edits\":1}"))
                .hasStatusOk();
        some.whole(rows.numbered(owner.circle(), 1));
        var mine = "Bearer " + tokens.some(member.person(), "read", "write");
        assertThat(browser.put().uri(api + "/announcements/1/read").header("Authorization", mine))
                .hasStatus(204);
        assertThat(browser.get().uri(api + "/announcements").header("Authorization", mine))
                .bodyJson()
                .extractingPath("$.items[0].read")
                .isEqualTo(true);
        assertThat(browser.get().uri(api + "/announcement-desk/1").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.tally.read")
                .as("of two who have it it is not said")
                .isNull();
    }
}
