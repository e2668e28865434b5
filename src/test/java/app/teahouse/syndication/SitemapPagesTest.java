package app.teahouse.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.access.ChangeAccess;
import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Access;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.curation.OpenPost;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What search engines are told, and what a link shows where it is put. */
@TeahouseTest
class SitemapPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    ChangeAccess changeAccess;

    @Autowired
    OpenPost openPost;

    @Autowired
    MockMvcTester mvc;

    @Test
    void robots_are_led_to_the_sitemap_and_away_from_private_corners() {
        assertThat(mvc.get().uri("/robots.txt"))
                .hasStatus(200)
                .bodyText()
                .contains("/sitemap.xml")
                .contains("Disallow: /c/*/manage");
    }

    @Test
    void the_index_names_circles_of_the_directory_only() {
        var listed = circles.someOwner();
        var hidden = circles.someHiddenOwner();

        assertThat(mvc.get().uri("/sitemap.xml"))
                .hasStatus(200)
                .bodyText()
                .contains("/c/" + SomeCircles.slug(listed) + "/sitemap.xml?block=0")
                .doesNotContain(SomeCircles.slug(hidden));
    }

    @Test
    void of_a_circle_of_members_only_its_previews_are_named() {
        var owner = circles.someOwner();
        var inside = posts.somePost(owner.member(), "Inside", "A secret brew.");
        var shown = posts.somePost(owner.member(), "For all", "Come and see.");
        openPost.open(circles.staff(owner), PostKey.of(Long.toString(shown)));
        var circle = "/c/" + SomeCircles.slug(owner);

        assertThat(mvc.get().uri(circle + "/sitemap.xml"))
                .hasStatus(200)
                .bodyText()
                .contains(circle + "/about<")
                .contains(circle + "/p/" + shown + "<")
                .doesNotContain(circle + "/p/" + inside + "<");
        assertThat(mvc.get().uri(circle + "/sitemap.xml?block=7"))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("<loc>");
    }

    @Test
    void a_public_post_shows_itself_elsewhere_and_a_private_one_does_not() {
        var owner = circles.someOwner();
        var circle = "/c/" + SomeCircles.slug(owner);
        var inside = posts.somePost(owner.member(), "Inside", "A secret brew.");
        var shown = posts.somePost(owner.member(), "For </script> all", "Come and see.");
        openPost.open(circles.staff(owner), PostKey.of(Long.toString(shown)));

        assertThat(mvc.get().uri(circle + "/p/" + shown))
                .hasStatus(200)
                .bodyText()
                .contains("\"@type\":\"Article\"")
                .contains("For \\u003c/script> all")
                .contains("<meta property=\"og:type\" content=\"article\">")
                .contains("rel=\"canonical\"")
                .doesNotContain("noindex");
        assertThat(mvc.get().uri(circle + "/p/" + inside))
                .hasStatus(200)
                .bodyText()
                .contains("noindex")
                .doesNotContain("og:title");
    }

    @Test
    void an_unlisted_circle_is_kept_out_of_search_engines() {
        var owner = circles.someOwner();
        changeAccess.change(circles.partner(owner), new Access(Visibility.UNLISTED, JoinMode.OPEN, false, true), null);
        var circle = "/c/" + SomeCircles.slug(owner);

        assertThat(mvc.get().uri(circle + "/about"))
                .hasStatus(200)
                .bodyText()
                .contains("noindex")
                .doesNotContain("ld+json");
        assertThat(mvc.get().uri(circle + "/sitemap.xml")).hasStatus(404);
    }
}
