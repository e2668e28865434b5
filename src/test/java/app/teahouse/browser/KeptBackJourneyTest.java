package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What an owner keeps back for a while and what they give away: set at a desk, read on a phone. Photographed into
 * {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class KeptBackJourneyTest {
    private static final String WORDS = "The best leaves are picked before the rain. ".repeat(12);

    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Db db;

    private Owner owner;
    private Member reader;

    @Test
    void a_column_with_a_preview_and_a_locked_part_and_a_post_that_cannot_be_copied() {
        owner = circles.owner(people.someone("Lin"), Type.FREE);
        reader = circles.join(owner, people.someone("Mei"));
        posts.somePost(owner.member(), "A first cup", WORDS);
        posts.somePost(owner.member(), "The second steep", WORDS);
        try (var chromium = new Chromium()) {
            var desk = as(chromium.desktop(), owner.member().person());
            var phone = as(chromium.phone(390, 844), reader.person());
            var visitor = chromium.phone(390, 844).newPage();

            arrange(desk);
            look_from_outside(visitor);
            find_it_locked(phone);
            time_travels();
            find_it_open(phone);
            protect(desk);
            try_to_copy(phone);

            chromium.assertNoFaults();
        }
    }

    private void arrange(Page desk) {
        open(desk, "/manage/columns/new");
        desk.locator("#name").fill("Tea from the beginning");
        desk.locator("#promise").fill("Two cups, and you know what you like.");
        desk.locator("[name=published]").check();
        desk.locator("main form .btn-primary").click();
        for (var name : List.of("A first cup", "The second steep")) {
            desk.getByLabel("Add “" + name + "”").click();
            assertThat(desk.locator("#contents .rows a").filter(containing(name)))
                    .isVisible();
        }

        desk.locator("summary[aria-label='More for “The second steep”']").click();
        desk.locator("[data-item='2'] details a")
                .filter(containing("Opening and preview"))
                .click();
        assertThat(desk.locator("#day")).isHidden();
        desk.locator("[name=opens][value=on_day]").check();
        desk.locator("#day").fill("2099-12-03");
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("[data-item='2']")).containsText("Opens on 3 Dec 2099");

        desk.locator("summary[aria-label='More for “A first cup”']").click();
        desk.locator("[data-item='1'] details a")
                .filter(containing("Opening and preview"))
                .click();
        desk.getByText("Make it a free preview", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(desk.locator("[data-item='1'] .pill")).hasText("Free preview");
        photograph(desk, "arranged");
    }

    private void look_from_outside(Page visitor) {
        open(visitor, "/about");
        visitor.locator("a").filter(containing("Tea from the beginning")).click();
        assertThat(visitor.locator("h1")).hasText("Tea from the beginning");
        assertThat(visitor.locator("main")).containsText(Pattern.compile("Opens on .*2099"));
        assertThat(visitor.locator("main a").filter(containing("The second steep")))
                .hasCount(0);
        photograph(visitor, "outside");
        visitor.locator("main a").filter(containing("A first cup")).click();
        assertThat(visitor.locator(".prose")).containsText("picked before the rain");
    }

    private void find_it_locked(Page phone) {
        open(phone, "");
        assertThat(phone.locator("#p2")).containsText(Pattern.compile("Opens on .*2099"));
        assertThat(phone.locator("#p2")).not().containsText("picked before the rain");
        photograph(phone, "locked-feed");
        phone.locator("#p2 h2 a").click();
        assertThat(phone.locator("h1")).hasText("The second steep");
        assertThat(phone.locator("main")).containsText(Pattern.compile("Opens on .*2099"));
        assertThat(phone.locator("main")).not().containsText("picked before the rain");
        photograph(phone, "locked");
    }

    /** The day comes: for the column it is as if it had been set to one that is over. */
    private void time_travels() {
        db.sql("update columns.item set opens_on = current_date - 1 where circle_id = :circle and opens_on is not null")
                .with("circle", owner.circle())
                .run();
    }

    private void find_it_open(Page phone) {
        phone.reload();
        assertThat(phone.locator("#post .prose")).containsText("picked before the rain");
    }

    private void protect(Page desk) {
        open(desk, "/manage/settings/reading");
        photograph(desk, "settings");
        desk.locator("[name=protect]").check();
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("[name=protect]")).isChecked();
    }

    private void try_to_copy(Page phone) {
        phone.reload();
        var held = phone.locator(".held");
        assertThat(held).containsText("picked before the rain");
        assertThat(held).hasCSS("user-select", "none");
        shown(phone.locator(".held-mark"));
        photograph(phone, "protected");

        held.dispatchEvent("contextmenu");
        assertThat(phone.locator("#toasts")).containsText("copying is switched off");
        var refused = (Boolean) phone.evaluate("""
                () => {
                  const words = document.querySelector('.held .prose');
                  return !words.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
                }
                """);
        assertThat(refused).as("a copy of protected words is refused").isTrue();
        phone.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(held).isHidden();
    }

    /** It lies over all of the words, and lets them be touched. */
    private static void shown(Locator mark) {
        mark.page().waitForFunction("mark => mark.complete && mark.naturalWidth > 0", mark.elementHandle());
        var over = mark.boundingBox();
        var words = mark.page().locator(".held").boundingBox();
        assertThat(over.height).isEqualTo(words.height);
        assertThat(over.width).isEqualTo(words.width);
        assertThat(mark).hasCSS("pointer-events", "none");
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Page as(BrowserContext context, Person person) {
        var cookie = people.cookie(person);
        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://localhost:" + port)));
        return context.newPage();
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/c/" + SomeCircles.slug(owner) + path);
    }

    private int pictures;

    private void photograph(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target/journey/kept-%02d-%s.png".formatted(++pictures, what.toLowerCase(Locale.ROOT)))));
    }
}
