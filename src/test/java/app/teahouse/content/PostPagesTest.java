package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
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
    void a_post_page_and_a_feed_cost_at_most_six_statements() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        get(member, "");

        Db.countFrom0();
        assertThat(get(circles.again(member), "/p/" + number)).hasStatusOk();
        assertThat(Db.statements()).isLessThanOrEqualTo(8);
    }
}
