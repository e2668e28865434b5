package app.teahouse.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.search.SomeSearches;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class SynonymsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomeSearches searches;

    @Autowired
    ChangeSynonyms change;

    @Autowired
    Synonyms synonyms;

    @Autowired
    MockMvcTester mvc;

    private String found(Member member, String words) throws Exception {
        return mvc.get()
                .uri("/c/" + member.face().slug() + "/search?q={words}", words)
                .cookie(people.cookie(member.person()))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_looks_for_one_word_finds_the_others_in_this_circle_alone() throws Exception {
        var owner = circles.someOwner();
        var other = circles.someOwner();
        for (var one : java.util.List.of(owner, other)) {
            posts.somePost(one.member(), "机器学习入门", "从零开始。");
        }
        searches.index();
        var line = change.add(circles.staff(owner), "ML, machine learning，機器學習");

        assertThat(found(owner.member(), "ml")).contains("入门");
        assertThat(found(owner.member(), "Machine Learning")).contains("入门");
        assertThat(found(other.member(), "ml")).doesNotContain("入门</");

        change.remove(circles.staff(owner), line);
        assertThat(found(owner.member(), "ml")).doesNotContain("<mark>");
    }

    @Test
    void a_line_has_two_words_at_least_and_the_same_line_is_added_once() throws Exception {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        assertThatThrownBy(() -> change.add(staff, "tea, TEA,"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.faults().getFirst().code()).isEqualTo("synonyms.two"));

        var attempts = AtOnce.run(8, () -> change.add(staff, "tea, 茶"));

        assertThat(attempts.done()).hasSize(8);
        assertThat(synonyms.all(owner.circle())).hasSize(1);
    }

    @Test
    void staff_change_them_by_page_and_program_and_it_stands_in_the_log() throws Exception {
        var owner = circles.someOwner();
        var url = "/c/" + SomeCircles.slug(owner) + "/manage/synonyms";
        var cookie = people.cookie(owner.member().person());
        var member = circles.someMember(owner);

        assertThat(mvc.get().uri(url).cookie(cookie)).bodyText().contains("No synonyms yet");
        assertThat(mvc.post().uri(url).param("words", "tea, 茶").cookie(cookie).with(csrf()))
                .hasStatus(303);
        assertThat(mvc.post().uri(url).param("words", "tea").cookie(cookie).with(csrf()))
                .hasStatus(422);
        assertThat(mvc.get().uri(url).cookie(cookie)).bodyText().contains("tea = 茶");
        assertThat(mvc.get().uri(url).cookie(people.cookie(member.person()))).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/api/v1/circles/" + SomeCircles.slug(owner) + "/synonyms")
                        .header(
                                "Authorization",
                                "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\": \"pu-erh, 普洱\"}"))
                .hasStatus(201);
        await().untilAsserted(() -> assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/log")
                        .cookie(cookie))
                .bodyText()
                .contains("changed the synonyms: tea = 茶"));
    }
}
