package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class SearchPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeSearches searches;

    @Autowired
    MakeTag makeTag;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    private MvcTestResult get(Member member, String path) {
        return mvc.get().uri(path).cookie(people.cookie(member.person())).exchange();
    }

    @Test
    void a_circle_is_searched_from_every_page_of_it_without_a_script() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Matcha", "Whisk it well, the matcha.");
        searches.index();
        var url = "/c/" + SomeCircles.slug(owner) + "/search";

        assertThat(get(owner.member(), "/c/" + SomeCircles.slug(owner)))
                .bodyText()
                .contains("href=\"" + url + "\"", "action=\"" + url + "\"", "hx-get=\"" + url + "/suggestions\"");
        assertThat(get(owner.member(), url)).bodyText().contains("role=\"search\"", "What are you looking for?");
        assertThat(get(owner.member(), url + "?q=matcha"))
                .hasStatusOk()
                .bodyText()
                .contains("<mark>Matcha</mark>", "the <mark>matcha</mark>", "1 result");
        assertThat(get(owner.member(), url + "?q=nothinglikeit"))
                .bodyText()
                .contains("Nothing found", "/search?q=nothinglikeit");
    }

    @Test
    void all_my_circles_are_searched_from_the_bar_at_the_top() {
        var green = circles.someOwner();
        var black = circles.someOwner();
        var reader = circles.someMember(green);
        circles.join(black, reader.person());
        posts.somePost(green.member(), "Green kombucha", "x");
        posts.somePost(black.member(), "Black kombucha", "x");
        searches.index();

        assertThat(get(reader, "/")).bodyText().contains("href=\"/search\"");
        assertThat(get(reader, "/search?q=kombucha"))
                .bodyText()
                .contains("Green", "Black", "2 results", "/c/" + SomeCircles.slug(green) + "/search?q=kombucha");
    }

    @Test
    void recent_searches_are_offered_and_cleared() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Matcha", "x");
        searches.index();
        get(owner.member(), "/c/" + SomeCircles.slug(owner) + "/search?q=Matcha");
        jobs.run("search.recent", clock.instant());

        assertThat(get(owner.member(), "/search")).bodyText().contains("/search?q=Matcha");
        assertThat(searches.suggestions(owner.member(), ""))
                .extracting(Suggestion::text)
                .containsExactly("Matcha");
        assertThat(mvc.post()
                        .uri("/search/recent/removal")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(get(owner.member(), "/search")).bodyText().doesNotContain("/search?q=Matcha");
    }

    @Test
    void recent_searches_are_few() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Matcha", "x");
        searches.index();
        for (var i = 0; i < 20; i++) {
            get(owner.member(), "/search?q=matcha" + "+".repeat(i % 2) + "&n=" + i);
            get(owner.member(), "/c/" + SomeCircles.slug(owner) + "/search?q=matcha+matcha" + i % 3 + "+" + i);
        }
        jobs.run("search.recent", clock.instant());

        assertThat(db.sql("select count(*) from search.recent where account_id = :account")
                        .with("account", owner.account())
                        .one(Long.class))
                .isBetween(1L, (long) Recents.MOST);
    }

    @Test
    void suggestions_begin_as_one_types_also_in_pinyin() {
        var owner = circles.someOwner();
        makeTag.make(circles.staff(owner), "绿茶");
        posts.write(owner.member(), "Long Jing, the dragon well", "x", List.of("绿茶"), null);
        posts.somePost(owner.member(), "龙井的产地", "x");
        circles.join(owner, people.someone("龙小姐"));
        searches.index();

        assertThat(texts(owner.member(), "drag")).containsExactly("Long Jing, the dragon well");
        assertThat(texts(owner.member(), "the dragon w")).containsExactly("Long Jing, the dragon well");
        assertThat(texts(owner.member(), "longj")).containsExactly("龙井的产地");
        assertThat(texts(owner.member(), "龙")).containsExactly("龙小姐", "龙井的产地");
        assertThat(texts(owner.member(), "lx")).containsExactly("龙小姐");
        assertThat(texts(owner.member(), "lvc")).isEmpty();
        assertThat(texts(owner.member(), "绿")).containsExactly("#绿茶");
        assertThat(get(owner.member(), "/c/" + SomeCircles.slug(owner) + "/search/suggestions?q=drag"))
                .bodyText()
                .contains("role=\"option\"", "/p/1");
    }

    private List<String> texts(Member member, String typed) {
        return searches.suggestions(member, typed).stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void a_search_keeps_to_six_statements() {
        var owner = circles.someOwner();
        for (var i = 0; i < 30; i++) {
            posts.somePost(owner.member(), "Sencha " + i, "A green tea.");
        }
        searches.index();

        assertThat(statements(owner.member(), "/c/" + SomeCircles.slug(owner) + "/search?q=sencha"))
                .isLessThanOrEqualTo(6);
        assertThat(statements(owner.member(), "/search?q=sencha")).isLessThanOrEqualTo(6);
        assertThat(statements(owner.member(), "/search")).isLessThanOrEqualTo(6);
        assertThat(statements(owner.member(), "/c/" + SomeCircles.slug(owner) + "/search/suggestions?q=sen"))
                .isLessThanOrEqualTo(7);
    }

    private int statements(Member member, String path) {
        var cookie = people.cookie(member.person());
        assertThat(mvc.get().uri(path).cookie(cookie).exchange()).hasStatusOk();
        Db.countFrom0();
        assertThat(mvc.get().uri(path).cookie(cookie).exchange()).hasStatusOk();
        return Db.statements();
    }

    @Test
    void programs_page_with_a_cursor_and_are_told_what_makes_no_sense() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Sencha", "A green tea.");
        searches.index();
        var url = "/api/v1/circles/" + SomeCircles.slug(owner) + "/search?q=sencha";

        assertThat(program(owner.member(), url)).hasStatusOk().bodyText().contains("\"whole\":true", "\"next\":null");
        assertThat(program(owner.member(), url + "&before=nonsense")).hasStatus(422);
        assertThat(program(circles.someMember(circles.someOwner()), url)).hasStatus(403);
    }

    private MvcTestResult program(Member member, String path) {
        return mvc.get()
                .uri(path)
                .header("Authorization", "Bearer " + tokens.some(member.person(), "read"))
                .exchange();
    }
}
