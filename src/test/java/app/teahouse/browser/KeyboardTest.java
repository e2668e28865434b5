package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.members.SomeCircles;
import app.teahouse.reports.SomeReports;
import app.teahouse.search.SomeSearches;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The daily round without a pointer: come in, find the circle, write, comment, use a menu. */
@TeahouseTest
@Tag("browser")
class KeyboardTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeSearches searches;

    @Autowired
    SomeReports reports;

    @Test
    void everything_daily_is_done_by_keys_alone() {
        var person = people.withPassword(people.someone("Mei"));
        var owner = circles.owner(person, Type.FREE);
        posts.somePost(circles.someMember(owner));
        searches.index();

        try (var chromium = new Chromium()) {
            var page = chromium.desktop().newPage();
            var keys = new Keyboard(page);
            sign_in(page, keys, person.account().value() + "@example.org");
            skip_to_the_content(page, keys);
            open_the_circle(page, keys, SomeCircles.slug(owner));
            write(page, keys);
            comment(page, keys);
            react(page, keys);
            open_and_close_a_menu(page, keys);
            search_from_the_top(page, keys);
            chromium.assertNoFaults();
        }
    }

    @Test
    void the_review_queue_is_worked_by_keys_alone() {
        var person = people.withPassword(people.someone("Mei"));
        var owner = circles.owner(person, Type.FREE);
        var writer = circles.someMember(owner);
        var first = posts.somePost(writer, "Shoes", "Cheap shoes here");
        var second = posts.somePost(writer, "Bags", "Cheap bags here");
        var reporter = circles.someMember(owner);
        reports.post(reporter, first, "fraud");
        reports.post(reporter, second, "spam");
        var slug = SomeCircles.slug(owner);

        try (var chromium = new Chromium()) {
            var page = chromium.desktop().newPage();
            var keys = new Keyboard(page);
            sign_in(page, keys, person.account().value() + "@example.org");
            page.navigate("http://localhost:" + port + "/c/" + slug + "/manage/review");
            assertThat(page.locator("#queue > li")).hasCount(2);
            keys.press("j");
            keys.press("j");
            keys.press("k");
            keys.press("Enter");
            assertThat(page.locator("h2.card-title").first()).hasText("Shoes");
            keys.press("3");
            assertThat(page.locator("input[value=hide]")).isChecked();
            keys.press("w");
            keys.press("r");
            keys.type("1 No shops");
            keys.press("Control+Enter");
            assertThat(page.locator("h2.card-title").first()).hasText("Bags");
            keys.press("1");
            keys.press("n");
            keys.press("Control+Enter");
            assertThat(page.locator("main h2")).containsText(new String[] {"Nothing waits for you"});
            chromium.assertNoFaults();
        }
    }

    private void sign_in(Page page, Keyboard keys, String email) {
        page.navigate("http://localhost:" + port + "/sign-in");
        assertThat(page.locator("#email")).isFocused();
        keys.type(email);
        keys.reach("#password");
        keys.type(SomePeople.PASSWORD);
        keys.press("Enter");
        assertThat(page.locator("main h1")).hasText("What is new");
    }

    private void skip_to_the_content(Page page, Keyboard keys) {
        keys.next();
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
        keys.press("Enter");
        assertThat(page.locator("#main")).isFocused();
        keys.next();
        assertThat(keys.isAt("main *")).as("the next stop is in the content").isTrue();
    }

    private void open_the_circle(Page page, Keyboard keys, String slug) {
        keys.reach("main a[href='/c/" + slug + "']");
        keys.press("Enter");
        assertThat(page.locator(".feed-card")).hasCount(1);
    }

    private void write(Page page, Keyboard keys) {
        keys.reach(".composer");
        keys.press("Enter");
        assertThat(page.locator("#title")).isVisible();
        keys.reach("#title");
        keys.type("By keys");
        keys.reach("[data-do=bold]");
        keys.press("ArrowRight");
        assertThat(page.locator("[data-do=italic]")).isFocused();
        keys.next();
        assertThat(page.locator("#text")).isFocused();
        keys.type("- one\n");
        keys.type("two");
        keys.reach(".form-steps .btn-primary");
        keys.press("Enter");
        assertThat(page.locator("h1")).hasText("By keys");
        assertThat(page.locator("#post .prose li")).hasCount(2);
    }

    private void comment(Page page, Keyboard keys) {
        keys.reach("#write textarea");
        keys.type("It works.");
        keys.press("Control+Enter");
        assertThat(page.locator("#comment-list .prose")).hasText("It works.");
    }

    private void react(Page page, Keyboard keys) {
        keys.reach("#post .react summary");
        keys.press("Enter");
        keys.reach("#post .react-list [value=love]");
        keys.press("Enter");
        assertThat(page.locator("#post .react [data-count]")).hasText("1");
        assertThat(keys.isAt("#post .react *")).as("who chose is still there").isTrue();
    }

    private void open_and_close_a_menu(Page page, Keyboard keys) {
        var menu = page.locator("#post .byline .menu");
        keys.reach("#post .byline summary");
        keys.press("Enter");
        assertThat(menu.locator(".menu-list")).isVisible();
        keys.next();
        assertThat(keys.isAt(".menu-list *")).as("the next stop is in the menu").isTrue();
        keys.press("Escape");
        assertThat(menu.locator(".menu-list")).isHidden();
        assertThat(menu.locator("summary")).isFocused();

        keys.press("Enter");
        keys.reach(".menu-list a[href$='/edit']");
        keys.press("Enter");
        assertThat(page.locator("#title")).hasValue("By keys");
    }

    private void search_from_the_top(Page page, Keyboard keys) {
        var field = page.locator(".top-search input");
        var list = page.locator("#top-suggestions");
        page.reload();
        keys.reach(".top-search input");
        keys.type("spri");
        assertThat(list.locator("[role=option]")).containsText("Spring tea");
        keys.press("ArrowDown");
        assertThat(list.locator("[aria-selected=true]")).hasId("top-suggestions-0");
        assertThat(field).hasAttribute("aria-activedescendant", "top-suggestions-0");
        keys.press("Escape");
        assertThat(list).isHidden();
        assertThat(field).hasValue("spri");
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(page.locator("h1")).hasText("Spring tea");
    }
}
