package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class VisitorTagTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester mvc;

    private String tag(String page) {
        return Objects.requireNonNull(
                mvc.get().uri(page).exchange().getResponse().getHeader("ETag"));
    }

    @Test
    void a_visitor_who_comes_again_is_sent_nothing_twice() {
        var page = "/c/" + SomeCircles.slug(circles.someOwner()) + "/about";

        assertThat(mvc.get().uri(page).header("If-None-Match", tag(page)))
                .hasStatus(304)
                .bodyText()
                .isEmpty();
    }

    /** Each time its form holds another mask of the same token. */
    @Test
    void a_page_with_a_form_is_the_same_page() {
        var cookie = new Cookie("csrf", "6f9619ff-8b86-4011-b42d-00cf4fc964ff");
        var first = mvc.get().uri("/sign-in").cookie(cookie).exchange().getResponse();
        var tag = Objects.requireNonNull(first.getHeader("ETag"));

        assertThat(mvc.get().uri("/sign-in").cookie(cookie).header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void a_page_that_changed_is_sent_anew() {
        var owner = circles.someOwner();
        var page = "/c/" + SomeCircles.slug(owner) + "/about";
        var before = tag(page);
        circles.someMember(owner);

        assertThat(mvc.get().uri(page).header("If-None-Match", before)).hasStatusOk();
    }

    @Test
    void another_cookie_is_another_page() {
        var page = "/c/" + SomeCircles.slug(circles.someOwner()) + "/about";

        assertThat(mvc.get().uri(page).header("Cookie", "theme=dark").header("If-None-Match", tag(page)))
                .hasStatusOk();
    }

    @Test
    void who_is_signed_in_gets_none() {
        assertThat(mvc.get().uri("/").cookie(people.cookie(people.someone()))).doesNotContainHeader("ETag");
    }
}
