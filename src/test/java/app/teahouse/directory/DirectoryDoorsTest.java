package app.teahouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The directory on pages and by programs. */
@TeahouseTest
@Tag("once")
class DirectoryDoorsTest {
    @Autowired
    Choice choice;

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
    Member reader;
    String circle = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        reader = circles.someMember(owner);
        circle = "/c/" + SomeCircles.slug(owner);
        choice.choose(circles.partner(owner), true);
    }

    private MvcTestResult send(Member who, String path, String... fields) {
        var request =
                browser.post().uri(path).cookie(people.cookie(who.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult open(Member who, String path) {
        return browser.get().uri(path).cookie(people.cookie(who.person())).exchange();
    }

    private String page(Member who, String path) {
        var answer = open(who, path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void a_member_lists_themselves_is_found_and_shows_each_thing_to_whom_they_chose() {
        assertThat(page(member, circle + "/members")).contains(circle + "/directory");
        assertThat(page(member, circle + "/directory")).contains("Nobody is listed yet", "List yourself");
        assertThat(send(
                        member,
                        circle + "/directory/mine",
                        "expertise",
                        "陶艺, <b>Bookbinding</b>，陶艺",
                        "place",
                        "Hangzhou",
                        "region",
                        "CN-ZJ",
                        "placeFor",
                        "staff",
                        "contact",
                        "wx-clayhand",
                        "link",
                        "clayhand.example.org/me",
                        "contactFor",
                        "members",
                        "offers",
                        "A hidden kiln",
                        "offersFor",
                        "nobody",
                        "listed",
                        "true"))
                .hasStatus(303);

        var sheet = circle + "/m/" + member.standing().number();
        assertThat(page(reader, circle + "/directory?q=陶艺"))
                .contains(sheet, "陶艺", "&lt;b&gt;Bookbinding")
                .doesNotContain("Hangzhou", "kiln", "Nobody found");
        assertThat(page(reader, circle + "/directory?q=Hangzhou")).contains("Nobody found");
        assertThat(page(reader, sheet))
                .contains(
                        "In the directory",
                        "href=\"https://clayhand.example.org/me\" rel=\"nofollow ugc noopener noreferrer\"")
                .doesNotContain("Hangzhou", "kiln");
        assertThat(page(owner.member(), sheet)).contains("Hangzhou · Zhejiang").doesNotContain("kiln");
        assertThat(page(member, circle + "/directory/mine")).contains("You are listed", "A hidden kiln", "Zhejiang");

        assertThat(send(member, circle + "/directory/mine/hiding")).hasStatus(303);
        assertThat(page(reader, circle + "/directory?q=陶艺")).contains("Nobody found");
    }

    @Test
    void what_is_no_address_on_the_web_is_refused_with_everything_typed_still_there() {
        for (var link : new String[] {
            "javascript:alert(1)", "data:text/html,x", "//evil", "https://a@b.example.org", "http://x y"
        }) {
            var answer = send(
                    member,
                    circle + "/directory/mine",
                    "expertise",
                    "Tea",
                    "link",
                    link,
                    "contactFor",
                    "members",
                    "listed",
                    "true");
            assertThat(answer).as(link).hasStatus(422);
            assertThat(text(answer)).contains("Please give an address on the web", "value=\"Tea\"");
        }
        assertThat(text(send(
                        member, circle + "/directory/mine", "offers", "Tea", "offersFor", "staff", "listed", "true")))
                .contains("let at least one filled-in field be seen");
    }

    @Test
    void who_may_not_write_can_still_leave_and_outsiders_see_nothing() {
        send(member, circle + "/directory/mine", "expertise", "Tea", "listed", "true");
        circles.mute(member, "profile");
        assertThat(send(member, circle + "/directory/mine", "expertise", "Coffee", "listed", "true"))
                .hasStatus(403);
        assertThat(page(reader, circle + "/directory")).contains("Tea");
        assertThat(send(member, circle + "/directory/mine/removal")).hasStatus(303);
        assertThat(page(reader, circle + "/directory")).contains("Nobody is listed yet");

        assertThat(browser.get().uri(circle + "/directory")).hasStatus3xxRedirection();
        var stranger = circles.someOwner().member();
        assertThat(open(stranger, circle + "/directory")).hasStatus4xxClientError();
        assertThat(send(reader, circle + "/manage/directory")).hasStatus(403);
        assertThat(send(owner.member(), circle + "/manage/directory")).hasStatus(303);
        assertThat(open(reader, circle + "/directory")).hasStatus(404);
        assertThat(page(reader, circle + "/members")).doesNotContain(circle + "/directory");
    }

    @Test
    void staff_take_somebody_out_and_let_them_in_again() {
        send(member, circle + "/directory/mine", "expertise", "Tea", "listed", "true");
        var sheet = circle + "/m/" + member.standing().number();
        assertThat(page(owner.member(), sheet)).contains(sheet + "/directory/removal");
        assertThat(page(reader, sheet)).doesNotContain(sheet + "/directory/removal");
        assertThat(page(owner.member(), sheet + "/directory/removal")).contains("Reason");
        assertThat(send(owner.member(), sheet + "/directory/removal", "reason", " "))
                .hasStatus(422);
        assertThat(send(reader, sheet + "/directory/removal", "reason", "No")).hasStatus(403);
        assertThat(send(owner.member(), sheet + "/directory/removal", "reason", "Too loud"))
                .hasStatus(303);
        assertThat(page(owner.member(), circle + "/manage/directory"))
                .contains("Too loud", sheet + "/directory/return");
        assertThat(page(member, circle + "/directory/mine")).contains("Too loud");
        assertThat(send(owner.member(), sheet + "/directory/return")).hasStatus(303);
        assertThat(page(owner.member(), circle + "/manage/directory")).doesNotContain("Too loud");
    }

    @Test
    void programs_do_the_same() {
        var api = "/api/v1/circles/" + SomeCircles.slug(owner);
        var token = "Bearer " + tokens.some(member.person(), "read", "write");
        var answer = browser.put()
                .uri(api + "/membership/directory")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"listed": true, "said": {"expertise": ["Tea", "陶艺"], "contact": "wx-1", "place": "Kyoto", "region": "JP"},
                         "audiences": {"place": "nobody"}}""")
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.audiences.contact").isEqualTo("staff");
        var other = "Bearer " + tokens.some(reader.person(), "read");
        var found = browser.get()
                .uri(api + "/directory?q=陶艺")
                .header("Authorization", other)
                .exchange();
        assertThat(found)
                .bodyJson()
                .extractingPath("$.items[0].said.expertise[0]")
                .isEqualTo("Tea");
        assertThat(text(found))
                .doesNotContain("wx-1", "Kyoto", "JP", member.account().value().toString());
        assertThat(text(browser.get()
                        .uri(api + "/directory?region=JP")
                        .header("Authorization", other)
                        .exchange()))
                .contains("\"items\":[]");
        for (var nowhere : List.of("region=" + "J".repeat(3000), "region=QQ", "expertise=★")) {
            assertThat(text(browser.get()
                            .uri(api + "/directory?" + nowhere)
                            .header("Authorization", other)
                            .exchange()))
                    .contains("\"items\":[]");
        }
        // What a program does not name stays as it was, and what nobody knows is not passed over.
        assertThat(browser.put()
                        .uri(api + "/membership/directory")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"listed\":true,\"said\":{\"offers\":\"x\",\"place\":\"Kyoto\"},\"audiences\":{}}"))
                .bodyJson()
                .extractingPath("$.audiences.place")
                .isEqualTo("nobody");
        assertThat(
                        browser.put()
                                .uri(api + "/membership/directory")
                                .header("Authorization", token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"listed\":true,\"said\":{\"offers\":\"x\"},\"audiences\":{\"contacts\":\"nobody\"}}"))
                .hasStatus(422);
        assertThat(
                        browser.put()
                                .uri(api + "/membership/directory")
                                .header("Authorization", token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"listed\":true,\"said\":{\"offers\":\"x\"},\"audiences\":{\"offers\":\"everybody\"}}"))
                .hasStatus(422);
        assertThat(browser.delete().uri(api + "/membership/directory").header("Authorization", token))
                .hasStatus(204);
        assertThat(text(browser.get()
                        .uri(api + "/directory")
                        .header("Authorization", other)
                        .exchange()))
                .contains("\"items\":[]");
    }
}
