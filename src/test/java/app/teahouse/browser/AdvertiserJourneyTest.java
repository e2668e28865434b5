package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.Selling;
import app.teahouse.ways.SomeWays;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An advertiser pays, posts, is held and muted for posting alone: they go on reading, commenting and renewing, appeal, and are unmuted.
 * Photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class AdvertiserJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomePlans plans;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeWays someWays;

    @Autowired
    Selling selling;

    @Autowired
    Gate gate;

    @Autowired
    Prove prove;

    private String circle = "";
    private int pictures;

    @Test
    void held_muted_for_posting_reading_on_and_unmuted() {
        var owner = plans.paidCircle();
        circle = "/c/" + SomeCircles.slug(owner);
        posts.somePost(owner.member(), "A first frost", "The leaves turned.");
        selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, true));
        someWays.ofCircle(owner.circle(), "practice", Map.of("none", "none"));
        try (var chromium = new Chromium()) {
            var desk = as(chromium.desktop(), owner.member().person());
            var phone = as(chromium.phone(390, 844), people.someone("Max"));

            set_a_rule(desk);
            pay(phone, "#join a.row-title", "/about");
            advertise(phone);
            mute_for_posting(desk);
            be_told_and_go_on(phone);
            pay(phone, "main .rows a.row-title", "/pass");
            appeal(phone);
            lift(desk);
            write_again(phone);

            assertThat(chromium.faults())
                    .as("what the console says of a page that may not be opened, and nothing else")
                    .allMatch(fault -> fault.contains("/write: ") && fault.contains("403"));
        } finally {
            selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, false));
        }
        assertThat(prove.prove(owner.circle(), Instant.now()).holds()).isTrue();
    }

    private void set_a_rule(Page desk) {
        open(desk, "/manage/screening/new?kind=contacts");
        desk.locator("#name").fill("No addresses");
        desk.locator("input[name=verdict][value=hold]").check();
        desk.locator("main form .btn-primary").click();
        desk.locator("form[action$='/switch'] button").click();
        assertThat(desk.locator("main")).containsText("No addresses");
    }

    /** The first thing on sale, then the same plan again. */
    private void pay(Page phone, String offer, String from) {
        open(phone, from);
        phone.locator(offer).first().click();
        phone.locator("main form[method=post] .btn-primary").first().click();
        phone.getByText("Pay with practice").first().click();
        phone.locator("button[value=pay]").click();
        assertThat(phone.locator("h1")).hasText("Paid");
    }

    private void advertise(Page phone) {
        open(phone, "/write");
        phone.locator("#title").fill("Earn at home");
        phone.locator("#text").fill("Three hundred a day: add me on wechat tea_lover88");
        phone.locator(".form-steps .btn-primary").click();
        assertThat(phone.locator("main")).containsText("Earn at home");
        assertThat(phone.locator("main")).containsText("staff");
        photograph(phone, "held");
    }

    private void mute_for_posting(Page desk) {
        desk.waitForCondition(() -> {
            open(desk, "/manage/review");
            return desk.locator("#queue > li").count() == 1;
        });
        desk.locator("#queue a.row-title").click();
        desk.locator("input[value=hide]").check();
        desk.locator("#reason").fill("1 No shops");
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("main")).containsText("Nothing waits for you");

        open(desk, "/manage/review/decided");
        desk.locator("main .rows a.row-title").click();
        desk.locator("main a[href*='/m/']").first().click();
        desk.locator("main a[href*='/speaking']").first().click();
        desk.locator("input[name=preset][value=posts]").check();
        desk.locator("form:has([value=mute]) #reason").fill("1 No shops");
        desk.locator("form:has([value=mute]) .btn-primary").click();
        assertThat(desk.locator("main")).containsText("1 No shops");
        photograph(desk, "muted");
    }

    private void be_told_and_go_on(Page phone) {
        open(phone, "/write");
        assertThat(phone.locator("#title")).hasCount(0);
        assertThat(phone.locator("main")).containsText("Why: 1 No shops");
        photograph(phone, "why");
        open(phone, "/p/1");
        assertThat(phone.locator("main")).containsText("The leaves turned.");
        phone.locator("#write textarea").fill("Ours turned yesterday.");
        phone.locator("#write .btn-primary").click();
        assertThat(phone.locator("#comment-list .prose")).hasText("Ours turned yesterday.");
    }

    private void appeal(Page phone) {
        open(phone, "/write");
        phone.locator("main a[href*='matter=mute']").click();
        phone.locator("#text").fill("I did not know, and will not again.");
        phone.locator("main form .btn-primary").click();
        assertThat(phone.locator("main")).containsText("will not again");
        photograph(phone, "appeal");
    }

    private void lift(Page desk) {
        open(desk, "/manage/letters");
        desk.locator("#letters a").first().click();
        assertThat(desk.locator("main")).containsText("will not again");
        desk.locator("form[action$='/lifting'] button").click();
        assertThat(desk.locator("form[action$='/lifting']")).hasCount(0);
        assertThat(desk.locator("main")).containsText("will not again");
    }

    private void write_again(Page phone) {
        open(phone, "/write");
        phone.locator("#title").fill("My own tea");
        phone.locator("#text").fill("It grows behind the house.");
        phone.locator(".form-steps .btn-primary").click();
        assertThat(phone.locator("h1")).hasText("My own tea");
        photograph(phone, "unmuted");
    }

    private void photograph(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/journey/advertiser-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, String path) {
        page.navigate(base() + circle + path);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private Page as(BrowserContext context, Person person) {
        var cookie = people.cookie(person);
        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(base())));
        return context.newPage();
    }
}
