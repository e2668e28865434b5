package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner sets the first steps on a desktop; a newcomer takes them on a phone, and a path for ten minutes. */
@TeahouseTest
@Tag("browser")
class StartJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Test
    void a_newcomer_finds_the_best_in_ten_minutes() {
        var hannah = people.withPassword(people.someone("Hannah"));
        var owner = circles.owner(hannah, Type.PRIVATE);
        for (var name : new String[] {"Leaves", "Water", "Pots", "Cups", "Rain", "Hills"}) {
            posts.somePost(owner.member(), name, "Some words on " + name + ".");
        }
        var newcomer = circles.someMember(owner);
        people.withPassword(newcomer.person());
        try (var chromium = new Chromium()) {
            var desk = signedIn(chromium.desktop(), hannah);
            set_the_steps(desk, owner.member());
            var phone = signedIn(chromium.phone(390, 844), newcomer.person());
            take_a_step(phone, newcomer);
            walk_ten_minutes(phone);
            chromium.assertNoFaults();
        }
    }

    private void set_the_steps(Page desk, Member owner) {
        desk.navigate(url("/c/" + owner.face().slug() + "/start"));
        desk.locator("main .empty .btn").click();
        desk.locator("button[value=talk]").click();
        assertThat(desk.locator("#arranged [data-item]")).hasCount(4);
        desk.locator("a[href$='/manage/start/new?kind=post']").click();
        desk.locator("#number").fill("2");
        desk.locator("#note").fill("Ours is hard here.");
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("#arranged [data-item]")).hasCount(5);
        desk.locator("#arranged [data-item]").last().locator("button").first().click();
        assertThat(desk.locator("#arranged [data-item]").nth(3)).containsText("Water");
    }

    private void take_a_step(Page phone, Member newcomer) {
        phone.navigate(url("/c/" + newcomer.face().slug() + "/start"));
        assertThat(phone.locator("#steps .todo > li")).hasCount(5);
        var step = phone.locator("#steps .todo > li").filter(with("Ours is hard here."));
        step.locator("button").click();
        assertThat(step).hasClass(Pattern.compile("is-done"));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void walk_ten_minutes(Page phone) {
        phone.locator("#minutes-10").click();
        var stops = phone.locator("#path .todo > li");
        assertThat(stops).hasCount(5);
        var first = stops.first().locator("a").textContent();
        stops.first().locator("button").first().click();
        assertThat(stops.first()).not().containsText(first);
        assertThat(stops).hasCount(5);
        stops.first().locator("button").last().click();
        assertThat(stops.first()).hasClass(Pattern.compile("is-done"));
        phone.reload();
        assertThat(stops.first()).hasClass(Pattern.compile("is-done"));
        stops.nth(1).locator("a").click();
        assertThat(phone.locator("article h1")).isVisible();
    }

    private Page signedIn(BrowserContext context, Person person) {
        var page = context.newPage();
        page.navigate(url("/sign-in"));
        page.locator("#email").fill(person.account().value() + "@example.org");
        page.locator("#password").fill(SomePeople.PASSWORD);
        page.locator("main form .btn-primary").first().click();
        assertThat(page.locator("main h1")).hasText("What is new");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
