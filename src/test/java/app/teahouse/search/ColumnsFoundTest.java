package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class ColumnsFoundTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeSearches searches;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_column_is_found_by_its_name_pinyin_and_promise_while_it_is_published() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member(), "茶", "一杯茶。");
        post(owner.member(), "", "name", "喝茶入门", "promise", "Steeping for beginners");
        searches.index();
        assertThat(searches.titles(reader, "入门")).isEmpty();
        assertThat(searches.suggestions(reader, "rumen")).isEmpty();

        post(owner.member(), "/1/about", "name", "喝茶入门", "promise", "Steeping for beginners", "published", "true");
        searches.index();
        assertThat(searches.titles(reader, "入门")).containsExactly("喝茶入门");
        assertThat(searches.titles(reader, "hecharumen")).containsExactly("喝茶入门");
        assertThat(searches.titles(reader, "beginner")).containsExactly("喝茶入门");
        assertThat(searches.titles(reader, "茶")).contains("喝茶入门", "茶");
        assertThat(searches.hits(reader, Wish.of("入门")).getFirst().url()).endsWith("/columns/1");
        assertThat(mvc.get()
                        .uri("/c/" + reader.face().slug() + "/search?q=入门&kind=column")
                        .cookie(people.cookie(reader.person()))
                        .exchange())
                .bodyText()
                .contains("/columns/1", "Column");

        post(owner.member(), "/1/about", "name", "喝茶入门", "promise", "Steeping for beginners");
        assertThat(searches.titles(reader, "入门")).isEmpty();
        searches.index();
        assertThat(searches.titles(reader, "入门")).isEmpty();
    }

    private void post(Member member, String path, String... namesAndValues) {
        var asked = mvc.post()
                .uri("/c/" + member.face().slug() + "/manage/columns" + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < namesAndValues.length; i += 2) {
            asked.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        assertThat(asked.exchange()).hasStatus(303);
    }
}
