package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class ColumnPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    Arrange arrange;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void the_owner_begins_fills_and_publishes_a_column_and_members_read_it_to_its_end() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        posts.somePost(owner.member(), "Water", "Soft, at eighty degrees.");
        assertThat(get(owner.member(), "/library")).bodyText().contains("New column");

        post(owner.member(), "/manage/columns", "name", "Green tea", "course", "true");
        assertThat(get(reader, "/columns/1")).hasStatus(404);
        post(owner.member(), "/manage/columns/1/items", "post", "2");
        post(owner.member(), "/manage/columns/1/items", "post", "/c/tea/p/1");
        assertThat(post(owner.member(), "/manage/columns/1/items", "post", "tea"))
                .hasStatus(422)
                .bodyText()
                .contains("number of a post");
        post(owner.member(), "/manage/columns/1/items/1/up");
        post(owner.member(), "/manage/columns/1/about", "name", "Green tea", "course", "true", "published", "true");

        assertThat(get(reader, "/library")).bodyText().contains("Green tea", "0 of 2 done");
        assertThat(get(reader, "/columns/1")).bodyText().contains("Leaves", "Water", "Start reading");
        assertThat(get(reader, "/p/1")).bodyText().contains("Part 1 of 2 in “Green tea”", "Next in this column");
        assertThat(post(reader, "/p/1/done")).hasStatus(303);
        assertThat(get(reader, "/columns/1")).bodyText().contains("Go on with part 2", "1 of 2 done");
        assertThat(get(reader, "/columns/1/finish")).hasStatus(303);
        assertThat(post(reader, "/p/2/done")).headers().hasValue("Location", url(owner) + "/columns/1/finish");
        assertThat(get(reader, "/columns/1/finish")).hasStatusOk().bodyText().contains("You finished “Green tea”");
    }

    /** Before, a part that might be closed to somebody was "#2" to everybody. */
    @Test
    void a_neighbour_without_a_title_is_called_by_its_first_words_by_those_who_may_read_it() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Words.");
        posts.somePost(owner.member(), "", "Water from the spring.");
        post(owner.member(), "/manage/columns", "name", "Course", "course", "true", "published", "true");
        post(owner.member(), "/manage/columns/1/items", "post", "1");
        post(owner.member(), "/manage/columns/1/items", "post", "2");
        post(owner.member(), "/manage/columns/1/opening", "opens", "after_before");

        assertThat(get(owner.member(), "/p/1")).bodyText().contains("Water from the spring.");
        assertThat(get(reader, "/p/1")).bodyText().contains("#2").doesNotContain("Water from");
        post(reader, "/p/1/done");
        assertThat(get(reader, "/p/1"))
                .bodyText()
                .contains("Water from the spring.")
                .doesNotContain("#2");
    }

    @Test
    void to_htmx_a_move_answers_the_contents_alone() {
        var owner = circles.someOwner();
        var column = filled(owner);

        var moved = mvc.post()
                .uri(url(owner) + "/manage/columns/" + column + "/items/2/up")
                .cookie(people.cookie(owner.member().person()))
                .header("HX-Request", "true")
                .with(csrf())
                .exchange();

        assertThat(moved)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"contents\"", "up-2")
                .doesNotContain("<html");
    }

    @Test
    void a_hidden_post_is_no_part_while_it_is_hidden() {
        var owner = circles.someOwner();
        var column = filled(owner);

        post(owner.member(), "/p/1/hiding", "reason", "Not about tea");

        assertThat(get(circles.someMember(owner), "/columns/" + column))
                .bodyText()
                .contains("1 part")
                .doesNotContain("Part one");
        assertThat(get(owner.member(), "/manage/columns/" + column)).bodyText().contains("hidden or deleted");
    }

    @Test
    void those_outside_see_titles_and_free_previews_and_no_words() {
        var owner = circles.someOwner();
        var column = filled(owner);
        post(owner.member(), "/p/2/preview");

        var outside = mvc.get().uri(url(owner) + "/columns/" + column).exchange();

        assertThat(outside)
                .hasStatusOk()
                .bodyText()
                .contains("Part one", "For members", "Free preview", url(owner) + "/p/2\"")
                .doesNotContain(url(owner) + "/p/1\"");
        assertThat(get(people.someone(), url(owner) + "/manage/columns")).hasStatus(403);
        assertThat(get(circles.someMember(owner), "/manage/columns/" + column)).hasStatus(403);
    }

    @Test
    void the_pages_keep_to_six_statements() {
        var owner = circles.someOwner();
        var column = filled(owner);

        for (var path :
                new String[] {"/library", "/columns/" + column, "/p/1", "/manage/columns", "/manage/columns/" + column
                }) {
            get(owner.member(), path);
            var cookie = people.cookie(owner.member().person());
            mvc.get().uri(url(owner) + path).cookie(cookie).exchange();
            Db.countFrom0();
            assertThat(mvc.get().uri(url(owner) + path).cookie(cookie)).hasStatusOk();
            assertThat(Db.statements()).as(path).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void programs_arrange_and_read_columns() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write");
        var door = "/api/v1/circles/" + SomeCircles.slug(owner);

        assertThat(mvc.post()
                        .uri(door + "/columns")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Green tea\", \"course\": true, \"published\": true}"))
                .hasStatus(201);
        assertThat(mvc.put().uri(door + "/columns/1/items/1").header("Authorization", token))
                .hasStatus(204);
        assertThat(mvc.put().uri(door + "/posts/1/done").header("Authorization", token))
                .hasStatus(204);
        assertThat(mvc.get().uri(door + "/columns/1").header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains("Leaves", "\"done\":true");
        assertThat(mvc.get().uri(door + "/columns").header("Authorization", token))
                .bodyText()
                .contains("Green tea");
        assertThat(mvc.delete().uri(door + "/columns/1").header("Authorization", token))
                .hasStatus(204);
    }

    @Test
    void who_leaves_leaves_nothing_they_had_done() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        filled(owner);
        post(reader, "/p/1/done");

        post(reader, "/membership/end");

        await().untilAsserted(() -> assertThat(db.sql("select 1 from columns.done where circle_id = :circle")
                        .with("circle", owner.circle())
                        .exists())
                .isFalse());
    }

    private long filled(Owner owner) {
        var editor = circles.speaker(owner.member(), Surface.POST);
        var column = writeColumn.begin(editor, new ColumnText("Green tea", "From leaf to cup.", true, true));
        arrange.add(editor, column, posts.somePost(owner.member(), "Part one", "Words."), null);
        arrange.add(editor, column, posts.somePost(owner.member(), "Part two", "Words."), null);
        return column;
    }

    private static String url(Owner owner) {
        return "/c/" + SomeCircles.slug(owner);
    }

    private MvcTestResult get(Member member, String path) {
        return get(member.person(), "/c/" + member.face().slug() + path);
    }

    private MvcTestResult get(app.teahouse.kernel.Person person, String path) {
        return mvc.get().uri(path).cookie(people.cookie(person)).exchange();
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
}
