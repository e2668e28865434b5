package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Somebody buys a year for a friend, who opens the card, uses it and is in; the owner sees it, and lets the giver be a guest. Each page is
 * looked at, and photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class GiftJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeWays someWays;

    @Autowired
    Selling selling;

    @Autowired
    Gate gate;

    @Autowired
    Prove prove;

    private Owner owner;
    private String circle = "";
    private int pictures;

    @Test
    void given_opened_used_and_seen() throws IOException {
        owner = somePlans.paidCircle();
        circle = "/c/" + SomeCircles.slug(owner);
        var giver = people.someone("Lin");
        selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, true));
        someWays.ofCircle(owner.circle(), "practice", Map.of("none", "none"));
        try (var chromium = new Chromium()) {
            var phone = as(chromium.phone(390, 844), giver);
            var friend = as(chromium.phone(390, 844), people.someone("Mei"));
            var desk = as(chromium.desktop(), owner.member().person());

            var card = give(phone);
            use(friend, card);
            be_told(phone);
            look(desk);
            let_be_a_guest(desk);

            chromium.assertNoFaults();
        } finally {
            selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, false));
        }
        assertThat(prove.prove(owner.circle(), Instant.now()).holds()).isTrue();
    }

    private String give(Inspection phone) {
        var page = phone.page();
        open(page, circle + "/about");
        page.locator("#join a[href$='/gifts']").click();
        looked(phone, "choose");
        page.locator("main .rows a.row-title").first().click();
        page.locator("#cards").fill("2");
        page.locator("main button[name=apply]").click();
        assertThat(page.locator("main")).containsText("398.00");
        page.locator("#greeting").fill("For long evenings.");
        looked(phone, "buy");
        page.locator("main form[method=post] .btn-primary").click();
        page.getByText("Pay with practice").first().click();
        page.locator("button[value=pay]").click();
        assertThat(page.locator("h1")).hasText("Paid");
        page.locator("main a.btn-primary").click();
        assertThat(page.locator("main")).containsText("For long evenings.");
        looked(phone, "given");
        // The address is the site's own; here it is served on another port.
        return page.locator("#link-1").innerText().replaceFirst("https?://[^/]+", "");
    }

    private void use(Inspection friend, String card) {
        var page = friend.page();
        open(page, card);
        assertThat(page.locator("main")).containsText("A present from Lin");
        looked(friend, "card");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".toasts")).containsText("The present is yours");
        open(page, circle + "/pass");
        assertThat(page.locator("main")).containsText("A present");
        looked(friend, "pass");
        open(page, card);
        assertThat(page.locator("main")).containsText("You have used this card");
        looked(friend, "used");
    }

    private void be_told(Inspection phone) {
        var page = phone.page();
        open(page, "/me/orders");
        page.locator("main a[href='/me/gifts']").click();
        assertThat(page.locator("#gifts")).containsText("1 used");
        looked(phone, "my-gifts");
        open(page, "/g");
        page.locator("#code").fill("AAAA-AAAA");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("#code-error")).containsText("no such gift card");
        looked(phone, "type");
    }

    private void look(Inspection desk) {
        var page = desk.page();
        open(page, circle + "/manage/money/gifts");
        looked(desk, "sold");
        page.locator("#gifts a.row-title").first().click();
        assertThat(page.locator("main")).containsText("Mei");
        looked(desk, "one");
        open(page, circle + "/manage/money/gifts/unused");
        looked(desk, "unused");
    }

    private void let_be_a_guest(Inspection desk) {
        var page = desk.page();
        open(page, circle + "/m/2");
        page.locator("#guest-pass a.btn").click();
        page.locator("#until").fill("2099-12-31");
        page.locator("#reason").fill("Spoke in May");
        looked(desk, "guest-form");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("#guest-pass")).containsText("Spoke in May");
        looked(desk, "guest-sheet");
        open(page, circle + "/manage/money/guests");
        assertThat(page.locator("#guests")).containsText("Mei");
        looked(desk, "guests");
    }

    private void looked(Inspection at, String what) {
        at.page().locator("h1").first().waitFor();
        assertThat(at.faults()).as(what).isEmpty();
        at.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/gift-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, String path) {
        page.navigate(base() + path);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private Inspection as(BrowserContext context, Person person) throws IOException {
        var cookie = people.cookie(person);
        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(base())));
        return new Inspection(context);
    }
}
