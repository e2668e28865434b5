package app.teahouse.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class PostPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult get(Member member, String path) {
        return mvc.get()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    private MvcTestResult post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void a_member_writes_a_post_and_reads_it() {
        var member = circles.someMember(circles.someOwner());
        assertThat(get(member, "/write")).hasStatusOk().bodyText().contains("markdown-editor");

        var sent = post(
                member,
                "/write",
                "id",
                Ids.text(SomePosts.newId()),
                "title",
                "Spring tea",
                "text",
                "**Leaves** of <script>alert(1)</script> spring");
        assertThat(sent).hasStatus(303);

        var page = mvc.get()
                .uri(String.valueOf(sent.getResponse().getHeader("Location")))
                .cookie(people.cookie(member.person()))
                .exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<strong>Leaves</strong>", "Spring tea")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_form_that_is_not_right_comes_back_with_what_was_typed() {
        var member = circles.someMember(circles.someOwner());

        var sent = post(member, "/write", "id", Ids.text(SomePosts.newId()), "title", "Kept", "text", " ");

        assertThat(sent).hasStatus(422).bodyText().contains("Kept", "Please fill this in");
    }

    @Test
    void a_post_page_costs_at_most_six_statements() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        posts.somePost(owner.member());

        assertThat(statements(member, "/p/" + number)).isLessThanOrEqualTo(6);
    }

    @Test
    void a_feed_costs_at_most_six_statements() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member());

        assertThat(statements(member, "")).isLessThanOrEqualTo(6);
        assertThat(statements(member, "?filter=unread")).isLessThanOrEqualTo(6);
    }

    /** How many statements a page sends once the reader's session and the circle's settings are in memory. */
    private int statements(Member member, String path) {
        var cookie = people.cookie(member.person());
        var url = "/c/" + member.face().slug() + path;
        assertThat(mvc.get().uri(url).cookie(cookie).exchange()).hasStatusOk();

        Db.countFrom0();
        assertThat(mvc.get().uri(url).cookie(cookie).exchange()).hasStatusOk();
        return Db.statements();
    }

    @Test
    void outsiders_see_the_beginning_of_a_post_and_the_whole_of_a_free_preview() {
        var owner = circles.someOwner();
        var number = posts.somePost(owner.member(), "Spring tea", "First words. " + "Tea ".repeat(60) + "Last words.");
        var url = "/c/" + SomeCircles.slug(owner) + "/p/" + number;

        assertThat(mvc.get().uri(url).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Spring tea", "First words", "noindex")
                .doesNotContain("Last words", "comments-title");

        assertThat(post(owner.member(), "/p/" + number + "/preview")).hasStatus(303);
        assertThat(mvc.get().uri(url).exchange())
                .bodyText()
                .contains("Last words")
                .doesNotContain("noindex");
    }

    @Test
    void posts_of_a_hidden_circle_are_not_found() {
        var owner = circles.someHiddenOwner();
        var number = posts.somePost(owner.member());

        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/p/" + number)
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void a_reaction_answers_with_the_button_and_goes_back_without_a_script() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());

        assertThat(post(member, "/p/" + number + "/reaction", "kind", "cheer")).hasStatus(303);
        var fragment = mvc.post()
                .uri("/c/" + member.face().slug() + "/p/" + number + "/reaction/removal")
                .cookie(people.cookie(member.person()))
                .with(csrf())
                .header("HX-Request", "true")
                .exchange();
        assertThat(fragment)
                .hasStatusOk()
                .bodyText()
                .contains("aria-pressed=\"false\"")
                .doesNotContain("<html");
    }

    @Test
    void staff_arrange_a_post_and_others_do_not() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var url = "/p/" + posts.somePost(member);

        assertThat(get(owner.member(), url + "/manage")).hasStatusOk();
        assertThat(get(owner.member(), url + "/tags")).hasStatusOk();
        assertThat(get(member, url + "/manage")).hasStatus(403);
        assertThat(post(member, url + "/pin")).hasStatus(403);
        assertThat(post(owner.member(), url + "/pin", "until", "2020-01-01T10:00"))
                .hasStatus(422);
        assertThat(post(owner.member(), url + "/pin")).hasStatus(303);
        assertThat(post(owner.member(), url + "/highlight", "why", "Good")).hasStatus(303);
        assertThat(post(owner.member(), url + "/tags/new", "tag", "Green")).hasStatus(303);
        assertThat(post(owner.member(), url + "/hiding", "reason", "")).hasStatus(422);
        assertThat(get(member, url)).bodyText().contains("Green", "Picked by Owner: Good");
        assertThat(get(member, "")).bodyText().contains("Pinned", "Highlight", "#Green");
    }

    @Test
    void a_draft_is_kept_until_the_post_is_published() {
        var member = circles.someMember(circles.someOwner());
        assertThat(post(member, "/write/draft", "title", "Half", "text", "a thought"))
                .hasStatus(204);
        assertThat(get(member, "/write")).bodyText().contains("a thought");

        post(member, "/write", "id", Ids.text(SomePosts.newId()), "title", "Half", "text", "a thought more");
        assertThat(get(member, "/write")).bodyText().doesNotContain("a thought");
    }

    @Test
    void preview_and_mentions_answer_the_editor() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);

        assertThat(post(member, "/write/preview", "text", "**bold** @Owner"))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>bold</strong>", "class=\"mention\"")
                .doesNotContain("<html");
        assertThat(get(member, "/mentions?q=own"))
                .bodyJson()
                .extractingPath("$[0].handle")
                .isEqualTo("Owner");
    }

    @Test
    void comments_are_written_and_read_below_the_post() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var url = "/p/" + posts.somePost(owner.member());

        var sent = post(member, url + "/comments", "form", Ids.text(SomePosts.newId()), "text", "Well said");
        assertThat(sent).hasStatus(303);
        assertThat(get(owner.member(), url)).hasStatusOk().bodyText().contains("Well said", "/reply");
        assertThat(post(member, url + "/comments", "form", Ids.text(SomePosts.newId()), "text", " "))
                .hasStatus(422);
    }
}
