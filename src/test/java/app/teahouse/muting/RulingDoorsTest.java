package app.teahouse.muting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.members.SpeakingTable;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff say who may write on pages and by programs, and everybody reads what was said to them. */
@TeahouseTest
class RulingDoorsTest {
    @Autowired
    SpeakingTable speakingTable;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

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

    private String speaking() {
        return circle + "/m/" + member.standing().number() + "/speaking";
    }

    private MvcTestResult send(String path, String... fields) {
        var request = browser.post()
                .uri(path)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf());
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

    private @Nullable String silence(Surface surface) {
        var silence = circles.again(member).standing().silence(surface);
        return silence == null ? null : silence.code();
    }

    @Test
    void what_the_circle_closed_to_a_role_is_ticked_where_one_of_them_is_allowed_it()
            throws UnsupportedEncodingException {
        var ticked = "name=\"surfaces\" value=\"post\" checked";
        assertThat(page(owner.member(), speaking())).doesNotContain(ticked);
        speakingTable.set(circles.staff(owner), Set.of("member.comment"));
        assertThat(page(owner.member(), speaking()))
                .contains(ticked)
                .doesNotContain("name=\"surfaces\" value=\"comment\" checked");
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed_and_mutes_nobody() throws UnsupportedEncodingException {
        var answer = send(
                speaking(),
                "kind",
                "mute",
                "preset",
                "posts",
                "term",
                "through",
                "until",
                "2001-01-01",
                "reason",
                "Rule 3");

        assertThat(answer).hasStatus(422);
        assertThat(answer.getResponse().getContentAsString())
                .contains("until-error")
                .contains("Rule 3")
                .contains("2001-01-01");
        assertThat(silence(Surface.POST)).isNull();
    }

    @Test
    void the_member_reads_what_and_why_and_the_list_has_it_until_one_press_takes_it_back()
            throws UnsupportedEncodingException {
        var answer = send(
                speaking(),
                "kind",
                "mute",
                "preset",
                "posts",
                "term",
                "week",
                "reason",
                "<b>Rule 3</b>",
                "about",
                "/p/1");
        assertThat(answer).hasStatus(303);
        assertThat(browser.get()
                        .uri(speaking())
                        .cookie(
                                people.cookie(owner.member().person()),
                                Objects.requireNonNull(answer.getResponse().getCookie("flash"))))
                .as("the page says so, and offers to take it back")
                .bodyText()
                .contains("/manage/speaking/undoing?rulings=");

        assertThat(page(member, circle)).contains("&lt;b&gt;Rule 3&lt;/b&gt;").doesNotContain("<b>Rule 3");
        assertThat(page(member, circle + "/membership/speaking")).contains("Rule 3");
        var list = page(owner.member(), circle + "/manage/speaking");
        assertThat(list).contains(member.standing().alias());
        var lifting = Pattern.compile("action=\"([^\"]*/lifting)\"").matcher(list);
        assertThat(lifting.find()).isTrue();
        assertThat(send(lifting.group(1), "from", "m/1/speaking"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(circle + "/m/1/speaking");
        assertThat(send(lifting.group(1), "from", "/example.org"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(circle + "/manage/speaking");
        assertThat(silence(Surface.POST)).isNull();
        assertThat(page(owner.member(), speaking())).contains("Lifted by");
    }

    @Test
    void where_the_box_would_be_it_stands_what_one_may_not_and_that_no_end_was_set()
            throws UnsupportedEncodingException {
        assertThat(page(member, circle + "/membership")).contains("name=\"introduction\"");
        send(speaking(), "kind", "mute", "preset", "everything", "term", "review", "reason", "Rule 3");

        assertThat(page(member, circle + "/membership"))
                .as("nobody types what is refused afterwards")
                .doesNotContain("name=\"introduction\"")
                .contains("you may not change name, picture and introduction here", "Rule 3", "No end was set")
                .contains("/letters/new?matter=mute")
                .contains("/membership/end");
    }

    @Test
    void the_circle_rests_on_its_page_until_that_is_ended() throws UnsupportedEncodingException {
        var rest = circle + "/manage/speaking/rest";
        assertThat(send(rest + "/now", "surfaces", "comment", "term", "hour", "reason", "Calm down"))
                .hasStatus(303);
        assertThat(silence(Surface.COMMENT)).isEqualTo("speaking.hushed");
        assertThat(silence(Surface.POST)).isNull();
        assertThat(page(owner.member(), rest)).contains("Calm down");

        assertThat(send(rest + "/daily", "surfaces", "post", "from", "07:00", "to", "07:00"))
                .hasStatus(422);
        assertThat(send(rest + "/sometimes", "surfaces", "post")).hasStatus(422);
        assertThat(send(rest + "/now/lifting")).hasStatus(303);
        assertThat(silence(Surface.COMMENT)).isNull();
    }

    @Test
    void programs_say_and_end_the_same() throws UnsupportedEncodingException {
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        var api = "/api/v1" + circle.replace("/c/", "/circles/");
        var made = browser.post()
                .uri(api + "/rulings")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"members\":[" + member.standing().number()
                        + "],\"preset\":\"newcomer\",\"reason\":\"New here\",\"review\":true}")
                .exchange();
        assertThat(made).hasStatus(201);
        assertThat(silence(Surface.UPLOAD)).isEqualTo("speaking.muted");
        assertThat(silence(Surface.COMMENT)).isNull();

        var listed = browser.get().uri(api + "/rulings").header("Authorization", token);
        assertThat(listed).bodyJson().extractingPath("$.items[0].review").isEqualTo(true);
        assertThat(listed)
                .bodyJson()
                .extractingPath("$.items[0].surfaces")
                .asArray()
                .contains("upload");
        var id = Pattern.compile("\"ids\":\\[\"([a-z0-9]+)\"")
                .matcher(made.getResponse().getContentAsString());
        assertThat(id.find()).isTrue();
        assertThat(browser.delete().uri(api + "/rulings/" + id.group(1)).header("Authorization", token))
                .hasStatus(204);
        assertThat(silence(Surface.UPLOAD)).isNull();
    }
}
