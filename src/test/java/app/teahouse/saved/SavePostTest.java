package app.teahouse.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class SavePostTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SavePost savePost;

    @Autowired
    SavedList list;

    @Autowired
    SavedSheet sheet;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void what_was_saved_in_all_circles_stands_in_one_list_newest_first() {
        var green = circles.someOwner();
        var black = circles.someOwner();
        var reader = circles.someMember(green);
        var there = circles.join(black, reader.person());
        savePost.save(reader, posts.somePost(green.member(), "Green", "Leaves."));
        savePost.save(there, posts.somePost(black.member(), "Black", "Leaves."));

        var saved = list.read(reader.person(), SavedList.Asked.ALL, 20);

        assertThat(saved.items()).extracting(SavedPost::title).containsExactly("Black", "Green");
        assertThat(saved.items().getFirst().circle()).isEqualTo(there.face());
        assertThat(saved.next()).isNull();
        assertThat(list.read(green.member().person(), SavedList.Asked.ALL, 20).items())
                .isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_saved() {
        var reader = circles.someMember(circles.someOwner());

        assertThatThrownBy(() -> savePost.save(reader, 7)).hasMessage("post.unknown");
    }

    @Test
    void ten_presses_at_once_save_once_and_a_second_removal_does_no_harm() throws Exception {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var number = posts.somePost(owner.member());

        var attempts = AtOnce.run(10, () -> {
            savePost.save(reader, number);
            return true;
        });

        assertThat(attempts.done()).hasSize(10);
        assertThat(rows(reader)).isEqualTo(1);
        savePost.remove(reader, number);
        savePost.remove(reader, number);
        assertThat(sheet.kept(reader, number)).isEqualTo(Kept.NOT);
    }

    @Test
    void a_hidden_post_leaves_the_list_and_comes_back_and_a_deleted_one_is_gone() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var hidden = posts.somePost(owner.member(), "Hidden", "Leaves.");
        var deleted = posts.somePost(owner.member(), "Deleted", "Leaves.");
        savePost.save(reader, hidden);
        savePost.save(reader, deleted);

        post(owner.member(), "/p/" + hidden + "/hiding", "reason", "Not about tea");
        post(owner.member(), "/p/" + deleted + "/deletion");
        assertThat(list.read(reader.person(), SavedList.Asked.ALL, 20).items()).isEmpty();

        post(owner.member(), "/p/" + hidden + "/hiding/removal");
        assertThat(list.read(reader.person(), SavedList.Asked.ALL, 20).items())
                .extracting(SavedPost::title)
                .containsExactly("Hidden");
    }

    @Test
    void pages_are_full_although_posts_between_them_are_gone() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        for (var i = 1; i <= 9; i++) {
            savePost.save(reader, posts.somePost(owner.member(), "Post " + i, "Leaves."));
        }
        for (var gone = 5; gone <= 8; gone++) {
            post(owner.member(), "/p/" + gone + "/deletion");
        }

        var first = list.read(reader.person(), SavedList.Asked.ALL, 2);
        var second = list.read(reader.person(), SavedList.Asked.before(first.next()), 2);
        var third = list.read(reader.person(), SavedList.Asked.before(second.next()), 2);

        assertThat(first.items()).extracting(SavedPost::title).containsExactly("Post 9", "Post 4");
        assertThat(second.items()).extracting(SavedPost::title).containsExactly("Post 3", "Post 2");
        assertThat(third.items()).extracting(SavedPost::title).containsExactly("Post 1");
        assertThat(third.next()).isNull();
    }

    @Test
    void a_member_saves_below_the_post_and_finds_it_under_me() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var number = posts.somePost(owner.member(), "Spring tea", "The first leaves.");
        var url = "/c/" + SomeCircles.slug(owner) + "/p/" + number;
        assertThat(get(reader, url)).bodyText().contains("action=\"" + url + "/saved\"");
        assertThat(get(reader, "/me/saved")).bodyText().contains("Nothing saved yet");

        assertThat(post(reader, "/p/" + number + "/saved")).hasStatus(303);

        assertThat(get(reader, url)).bodyText().contains("action=\"" + url + "/saved/removal\"");
        assertThat(get(reader, "/me")).bodyText().contains("/me/saved");
        assertThat(get(reader, "/me/saved")).bodyText().contains("Spring tea", url);
        assertThat(post(reader, "/p/" + number + "/saved/removal", "list", "1"))
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/me/saved");
        assertThat(get(reader, "/me/saved")).bodyText().contains("Nothing saved yet");
    }

    @Test
    void outsiders_are_shown_no_button() {
        var owner = circles.someOwner();
        var number = posts.somePost(owner.member());

        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/p/" + number))
                .bodyText()
                .doesNotContain("/saved");
    }

    @Test
    void programs_save_read_and_take_off() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var number = posts.somePost(owner.member(), "Spring tea", "The first leaves.");
        var token = "Bearer " + tokens.some(reader.person(), "read", "write");
        var door = "/api/v1/circles/" + SomeCircles.slug(owner) + "/posts/" + number + "/saved";

        assertThat(mvc.put().uri(door).header("Authorization", token)).hasStatus(204);
        assertThat(mvc.get().uri(door).header("Authorization", token))
                .bodyText()
                .contains("true");
        assertThat(mvc.get().uri("/api/v1/me/saved").header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains("Spring tea");
        assertThat(mvc.delete().uri(door).header("Authorization", token)).hasStatus(204);
        assertThat(mvc.get().uri(door).header("Authorization", token))
                .bodyText()
                .contains("false");
        assertThat(mvc.get().uri("/api/v1/me/saved?before=" + Ids.next()).header("Authorization", token))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/me/saved?before=nonsense").header("Authorization", token))
                .hasStatus(404);
    }

    @Test
    void the_list_keeps_to_six_statements() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        savePost.save(reader, posts.somePost(owner.member()));
        var cookie = people.cookie(reader.person());
        mvc.get().uri("/me/saved").cookie(cookie).exchange();

        Db.countFrom0();
        assertThat(mvc.get().uri("/me/saved").cookie(cookie)).hasStatusOk();

        assertThat(Db.statements()).isLessThanOrEqualTo(6);
    }

    private MvcTestResult get(Member member, String path) {
        return mvc.get().uri(path).cookie(people.cookie(member.person())).exchange();
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

    private long rows(Member member) {
        return db.sql("select count(*) from saved.post where account_id = :account")
                .with("account", member.account())
                .one(Long.class);
    }
}
