package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
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
 * An owner asks for money, and somebody pays: a plan, a coupon, entry by play money, a renewal for nothing, the money back; what is typed
 * and pressed, by keys alone. Each page is looked at, and photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class MoneyJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

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
    void sold_paid_renewed_and_given_back() throws IOException {
        owner = circles.owner(people.someone("Lin"), Type.FREE);
        circle = "/c/" + SomeCircles.slug(owner);
        selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, true));
        someWays.ofCircle(owner.circle(), "practice", Map.of("none", "none"));
        try (var chromium = new Chromium()) {
            var desk = as(chromium.desktop(), owner.member().person());
            var phone = as(chromium.phone(390, 844), people.someone("Mei"));

            ask_for_money(desk);
            buy(phone);
            renew_for_nothing(phone);
            give_back(desk);
            be_gone(phone);

            chromium.assertNoFaults();
        } finally {
            selling.change(gate.operator(new Visitor(people.someOperator())), new Selling.Switches(false, false));
        }
        assertThat(prove.prove(owner.circle(), Instant.now()).holds()).isTrue();
    }

    private void ask_for_money(Inspection desk) {
        var page = desk.page();
        open(page, "/manage/money/plans/new");
        looked(desk, "plan-form");
        var keys = new Keyboard(page);
        keys.reach("#name");
        keys.type("A year of tea");
        keys.reach("#price");
        keys.type("199");
        keys.reach("main form .btn-primary");
        keys.press("Enter");
        assertThat(page.locator("main")).containsText("A year of tea");
        looked(desk, "plans");

        open(page, "/manage/money/price");
        looked(desk, "price");
        send(page, "/manage/money/price/paid", Map.of("choice", "kept"));
        open(page, "/manage/money/price");
        assertThat(page.locator("main")).containsText("This circle is paid");

        open(page, "/manage/money/coupons/new");
        looked(desk, "coupon-form");
        send(
                page,
                "/manage/money/coupons",
                Map.of("name", "Spring", "kind", "percent", "percent", "10", "purpose", "both", "word", "SPRING26"));
        open(page, "/manage/money/coupons");
        looked(desk, "coupons");
        page.locator("main .rows a.row-title").first().click();
        assertThat(page.locator("main")).containsText("SPRING26");
        looked(desk, "coupon");
    }

    private void buy(Inspection phone) {
        var page = phone.page();
        open(page, "/about");
        looked(phone, "door");
        var keys = new Keyboard(page);
        keys.reach("#join a.row-title");
        keys.press("Enter");
        assertThat(page.locator("main")).containsText("199.00");
        looked(phone, "plan");
        keys.reach("main form .btn-primary");
        keys.press("Enter");
        assertThat(page.getByText("Pay with practice").first()).isVisible();
        keys.reach("main form button");
        keys.press("Enter");
        assertThat(page.locator("button[value=pay]")).isVisible();
        keys.reach("button[value=pay]");
        keys.press("Enter");
        assertThat(page.locator("h1")).hasText("Paid");

        page.navigate(base() + "/me/orders");
        looked(phone, "my-orders");
        page.locator("#orders a.row-title").first().click();
        assertThat(page.locator("main")).containsText("199.00");
        looked(phone, "receipt");
        open(page, "/pass");
        assertThat(page.locator("main")).containsText("A year of tea");
        looked(phone, "pass");
    }

    /** The same plan again follows on; nothing is lost by renewing early. */
    private void renew_for_nothing(Inspection phone) {
        var page = phone.page();
        open(page, "/pass");
        page.locator("main .rows a.row-title").first().click();
        assertThat(page.locator("main")).containsText("Renewal");
        looked(phone, "renewal");
    }

    private void give_back(Inspection desk) {
        var page = desk.page();
        open(page, "/manage/money");
        assertThat(page.locator("main")).containsText("199.00");
        looked(desk, "overview");
        page.locator("main a[href*='/accounts/outside']").click();
        looked(desk, "account");
        open(page, "/manage/money/orders");
        looked(desk, "orders");
        var keys = new Keyboard(page);
        keys.reach("#orders a.row-title");
        keys.press("Enter");
        // From the payer to the circle, as one story.
        assertThat(page.locator("main table")).containsText("Payers, to the circle itself");
        looked(desk, "order");
        keys.reach("#amount");
        keys.press("Control+a");
        keys.type("199");
        keys.reach("#reason");
        keys.type("With regret");
        keys.reach("main form .btn-danger");
        keys.press("Enter");
        assertThat(page.locator("main")).containsText("With regret");
    }

    private void be_gone(Inspection phone) {
        var page = phone.page();
        page.navigate(base() + circle);
        assertThat(page.locator("#join")).isVisible();
    }

    private void send(Page page, String path, Map<String, String> fields) {
        var status = page.evaluate("""
                async ([path, fields]) => {
                  const token = JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRF-Token'];
                  const body = new URLSearchParams({...fields, _csrf: token});
                  return (await fetch(path, {method: 'POST', body})).status;
                }""", List.of(circle + path, fields));
        assertThat(status).isEqualTo(200);
    }

    private void looked(Inspection at, String what) {
        assertThat(at.faults()).as(what).isEmpty();
        at.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/money-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, String path) {
        page.navigate(base() + circle + path);
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
