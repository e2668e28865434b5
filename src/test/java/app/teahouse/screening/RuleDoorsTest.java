package app.teahouse.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.PostId;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The owner makes, tries and switches rules on pages and by programs; members meet them in their forms. */
@TeahouseTest
class RuleDoorsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomePosts posts;

    @Autowired
    Rules rules;

    @Autowired
    Jobs jobs;

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

    private MvcTestResult send(Member sender, String path, String... fields) {
        var request =
                browser.post().uri(path).cookie(people.cookie(sender.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(String path) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private String words(String verdict) {
        var made = send(
                owner.member(),
                circle + "/manage/screening/new?kind=words",
                "name",
                "Games of chance",
                "verdict",
                verdict,
                "matters",
                "post",
                "words",
                "casino\n赌场\n\n",
                "said",
                "");
        assertThat(made).hasStatus3xxRedirection();
        return circle + "/manage/screening/"
                + Ids.text(rules.of(owner.circle()).getFirst().id());
    }

    @Test
    void a_rule_is_made_tried_switched_on_and_met_with_everything_typed_still_there() throws Exception {
        posts.somePost(member, "", "The old 賭 場 by the river");
        posts.somePost(member, "", "A cup of tea");
        var rule = words("ask");

        assertThat(send(owner.member(), rule + "/trial")).hasStatus3xxRedirection();
        jobs.run("screening.trials", clock.instant());
        assertThat(page(rule)).contains("The old 賭 場 by the river").contains("1 of 2");

        assertThat(send(owner.member(), rule + "/switch", "on", "true")).hasStatus3xxRedirection();
        var id = Ids.text(new PostId(Ids.next()));
        var refused =
                send(member, circle + "/write", "id", id, "title", "Hello", "text", "Come to my C.A.S.I.N.O <now>");
        assertThat(refused).hasStatus(422);
        assertThat(refused.getResponse().getContentAsString())
                .contains("text-error")
                .contains("C.A.S.I.N.O")
                .contains("Come to my C.A.S.I.N.O &lt;now&gt;")
                .contains("value=\"Hello\"");
        jobs.run("screening.keep-refused", clock.instant());
        assertThat(page(rule)).contains("Come to my C.A.S.I.N.O &lt;now");
        assertThat(page(circle + "/manage/screening")).contains("Games of chance");
        assertThat(page(circle + "/manage/log")).contains("Games of chance");
        assertThat(send(member, circle + "/write", "id", id, "title", "Hello", "text", "Come to tea"))
                .hasStatus3xxRedirection();
    }

    @Test
    void what_is_changed_in_a_rule_stands_in_the_log_as_it_was_and_is() throws Exception {
        var rule = words("hold");
        assertThat(send(
                        owner.member(),
                        rule + "/edit",
                        "name",
                        "Games of chance",
                        "verdict",
                        "block",
                        "matters",
                        "post",
                        "matters",
                        "comment",
                        "words",
                        "casino\nroulette",
                        "said",
                        ""))
                .hasStatus3xxRedirection();
        assertThat(page(circle + "/manage/log"))
                .contains(
                        "What happens: Hold for staff → Refuse",
                        "Where it looks: Posts → Posts, Comments",
                        "Words, taken out and put in: 赌场 → roulette")
                .doesNotContain("Whom it leaves alone:");
    }

    @Test
    void a_rule_that_cannot_be_is_refused_at_its_field() throws UnsupportedEncodingException {
        var refused = send(
                owner.member(),
                circle + "/manage/screening/new?kind=links",
                "name",
                "Links",
                "verdict",
                "block",
                "matters",
                "post",
                "words",
                "https://www.example.com/a\ncom.cn");
        assertThat(refused).hasStatus(422);
        assertThat(refused.getResponse().getContentAsString())
                .contains("words-error")
                .contains("“com.cn”")
                .contains("https://www.example.com/a");
        assertThat(rules.of(owner.circle())).isEmpty();
    }

    @Test
    void programs_do_the_same_and_members_see_no_rules() throws UnsupportedEncodingException {
        var api = "/api/v1/circles/" + SomeCircles.slug(owner) + "/screening-rules";
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        var made = browser.post()
                .uri(api)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"name": "Pace", "kind": "rate", "verdict": "hold", "matters": ["post"], "many": 3, "minutes": 10}
                        """)
                .exchange();
        assertThat(made).hasStatus(201);
        assertThat(browser.get().uri(api).header("Authorization", token).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("\"kind\":\"rate\"")
                .contains("\"on\":false");
        assertThat(browser.get()
                        .uri(api)
                        .header("Authorization", "Bearer " + tokens.some(member.person(), "read", "write", "manage"))
                        .exchange())
                .hasStatus(403);
        assertThat(List.of(rules.of(owner.circle()).getFirst().many())).containsExactly(3);
    }
}
