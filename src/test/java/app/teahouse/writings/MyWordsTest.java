package app.teahouse.writings;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody wrote stays theirs to read, and nobody else's. */
@TeahouseTest
class MyWordsTest {
    @Autowired
    SomePlans plans;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    WriteComment writeComment;

    @Autowired
    MyWords myWords;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init") // set before each
    private Owner owner;

    @SuppressWarnings("NullAway.Init") // set before each
    private Member member;

    private String circle = "";

    @BeforeEach
    void somebodyWhoseTimeIsOver() {
        owner = plans.paidCircle();
        circle = "/c/" + SomeCircles.slug(owner);
        member = plans.holder(owner, plans.plan(owner, "yearly", 19900));
        posts.somePost(owner.member(), "What the owner wrote", "Not theirs.");
        posts.somePost(
                member, "My first frost", "Cold came early this year. ".repeat(10) + "The leaves turned quokkagrey.");
        writeComment.write(
                circles.speaker(member, Surface.COMMENT),
                new WriteComment.Asked(Ids.next(), 1, null, "My quokkathought"));
        db.sql("""
                update members.membership
                   set state = 'expired', ended_at = now()
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", member.account())
                .run();
    }

    @Test
    void their_posts_and_comments_are_there_and_nobody_elses() {
        assertThat(mvc.get().uri(circle + "/p/2").cookie(people.cookie(member.person())))
                .bodyText()
                .doesNotContain("quokkagrey");
        assertThat(page("/my-words")).contains("My first frost", "/about\"").doesNotContain("What the owner wrote");
        assertThat(page("/my-words/p/2")).contains("quokkagrey");
        assertThat(page("/my-words/comments")).contains("quokkathought", "/p/1\"");
        assertThat(mvc.get().uri(circle + "/my-words/p/1").cookie(people.cookie(member.person())))
                .hasStatus(404);
        var other = people.cookie(people.someone());
        assertThat(mvc.get().uri(circle + "/my-words/p/2").cookie(other)).hasStatus(404);
        assertThat(mvc.get().uri(circle + "/my-words").cookie(other))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("My first frost");
        assertThat(mvc.get().uri(circle + "/my-words")).hasStatus3xxRedirection();
    }

    @Test
    void programs_read_them_too_page_by_page() {
        var token = "Bearer " + tokens.some(member.person(), "read");
        var api = "/api/v1/circles/" + SomeCircles.slug(owner) + "/my-words";
        assertThat(mvc.get().uri(api + "/posts/2").header("Authorization", token))
                .bodyText()
                .contains("quokkagrey");
        assertThat(mvc.get().uri(api + "/posts").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(mvc.get().uri(api + "/comments").header("Authorization", token))
                .bodyText()
                .contains("quokkathought");

        var many = myWords.posts(owner.circle(), owner.account(), null, 1);
        assertThat(many.items()).hasSize(1);
        assertThat(myWords.posts(
                                owner.circle(),
                                owner.account(),
                                many.items().getFirst().number(),
                                1)
                        .items())
                .isEmpty();
    }

    private String page(String path) {
        var answer = mvc.get()
                .uri(circle + path)
                .cookie(people.cookie(member.person()))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
