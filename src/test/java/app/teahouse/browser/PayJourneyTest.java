package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.payments.Checkout;
import app.teahouse.payments.SomeCheckouts;
import app.teahouse.payments.TestGateway;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.Selling;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
import app.teahouse.ways.SomeWays;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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

/** Somebody pays: by the gateway that plays, by a page elsewhere, and by hand, which the owner confirms. Photographed into {@code target/journey}. */
@TeahouseTest
@Tag("browser")
class PayJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeCheckouts some;

    @Autowired
    SetUpWay setUpWay;

    @Autowired
    SomeWays someWays;

    @Autowired
    Selling selling;

    @Autowired
    Gate gate;

    @Autowired
    Prove prove;

    private Owner owner;
    private Person payer;
    private int pictures;

    @Test
    void played_led_away_and_by_hand() throws IOException {
        owner = circles.owner(people.someone("Lin"), Type.FREE);
        payer = people.someone("Mei");
        selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, true));
        someWays.ofCircle(owner.circle(), "practice", Map.of("none", "none"));
        someWays.ofCircle(owner.circle(), TestGateway.KIND, TestGateway.SECRETS);
        setUpWay.add(
                circles.partner(owner),
                "byhand",
                new WayText("Bank transfer", true, List.of(), Map.of("instructions", "Bank of Example\nAccount 42")));
        try (var chromium = new Chromium()) {
            var phone = as(chromium.phone(390, 844), payer);
            var desk = as(chromium.desktop(), owner.member().person());

            play(phone);
            be_led_away(phone);
            say_paid(phone, desk);

            chromium.assertNoFaults();
        } finally {
            selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, false));
        }
        assertThat(prove.prove(owner.circle(), Instant.now()).holds()).isTrue();
    }

    private void play(Inspection phone) {
        var page = phone.page();
        open(page, some.open(owner.circle(), payer));
        assertThat(page.locator("main")).containsText("A year of tea");
        looked(phone, "ways");
        page.getByText("Pay with practice").first().click();
        assertThat(page.locator("main")).containsText("No money moves");
        looked(phone, "practice");
        page.locator("button[value=pay]").click();
        assertThat(page.locator("h1")).hasText("Paid");
        looked(phone, "paid");
    }

    /** Our page leads on by itself, and who goes back from there is at the choice again, not led away once more. */
    private void be_led_away(Inspection phone) {
        var page = phone.page();
        page.setExtraHTTPHeaders(
                Map.of("User-Agent", "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/131.0 Mobile Safari/537.36"));
        page.route(
                "https://pay.example/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<title>Elsewhere</title><h1>Elsewhere</h1>")));
        var checkout = some.open(owner.circle(), payer);
        open(page, checkout);
        page.getByText("Pay with test").first().click();
        assertThat(page.locator("h1")).hasText("Elsewhere");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Pay");
        assertThat(page).hasURL(base() + "/pay/" + Ids.text(checkout.id()));
    }

    private void say_paid(Inspection phone, Inspection desk) {
        var page = phone.page();
        var checkout = some.open(owner.circle(), payer);
        open(page, checkout);
        page.getByText("Pay with Bank transfer").first().click();
        assertThat(page.locator("main")).containsText("Account 42");
        page.locator("#reference").fill("Mei, 4711");
        looked(phone, "by-hand");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("main")).containsText("looks for it");
        open(page, checkout);
        assertThat(page.locator("#pay-state")).isVisible();
        looked(phone, "waiting");

        var staff = desk.page();
        staff.navigate(base() + "/c/" + SomeCircles.slug(owner) + "/manage/money/confirm");
        assertThat(staff.locator("main")).containsText("Mei, 4711");
        looked(desk, "confirm");
        staff.locator("#a" + attempt(staff) + " [name=reference]").fill("statement 7");
        staff.getByText("It arrived", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(staff.locator("main")).containsText("Nothing waits for you");

        assertThat(page.locator("h1")).hasText("Paid");
    }

    private static String attempt(Page staff) {
        return staff.locator("section[id^=a]").first().getAttribute("id").substring(1);
    }

    private void looked(Inspection at, String what) {
        assertThat(at.faults()).as(what).isEmpty();
        at.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/pay-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, Checkout checkout) {
        page.navigate(base() + "/pay/" + Ids.text(checkout.id()));
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
