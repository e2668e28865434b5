package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An owner takes a large sum out, and another a small one: a partner says yes, the operator takes a list to the bank, one fails and one is
 * paid, and both owners see it. Photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class PayoutJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePlans somePlans;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private int pictures;

    @Test
    void asked_for_approved_sent_failed_and_paid() throws IOException {
        var large = withMoney("Lin");
        var small = withMoney("Mei");
        jdbc.update(
                "update accounts.account set locale = 'zh-CN' where account_id = ?",
                small.account().value());
        var partner = circles.join(large, people.someone("Bo"), Role.PARTNER);
        try (var chromium = new Chromium()) {
            var lin = as(chromium.phone(390, 844), large.member().person());
            var mei = inChineseAndLight(
                    as(chromium.phone(390, 844), small.member().person()));
            var bo = as(chromium.desktop(), partner.person());
            var desk = as(chromium.desktop(), people.someOperator());

            say_where_it_goes(lin, large);
            var failing = ask(lin, large, "6000");
            say_where_it_goes(mei, small);
            var paid = ask(mei, small, "50");
            say_yes(bo, large);
            look_at_all(desk, large);
            take_to_the_bank(desk, failing, paid);
            see(lin, large, "No such account");
            see(mei, small, "B-4711");

            chromium.assertNoFaults();
        }
        assertThat(prove.prove(large.circle(), Instant.now()).holds()).isTrue();
        assertThat(prove.prove(small.circle(), Instant.now()).holds()).isTrue();
    }

    private static Inspection inChineseAndLight(Inspection at) {
        at.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return at;
    }

    private Owner withMoney(String name) {
        var owner = circles.owner(people.withPassword(people.someone(name)), Type.FREE);
        somePlans.move(
                owner.circle(),
                Purse.of(Purpose.COLLECTED, new UUID(0, 9)),
                Purse.of(Purpose.AVAILABLE),
                new Money(1_000_000, Currency.getInstance("CNY")));
        return owner;
    }

    private void say_where_it_goes(Inspection phone, Owner owner) {
        var page = phone.page();
        open(page, owner, "/payouts");
        page.locator("#holder").fill("Lin");
        page.locator("#bank").fill("A Bank");
        page.locator("#number").fill("6222 0000 1234");
        page.locator("#proof").fill(SomePeople.PASSWORD);
        page.locator("form[action$='/details'] button").click();
        assertThat(page.locator("main")).containsText("A Bank ··1234");
    }

    /** @return the key of the payout */
    private String ask(Inspection phone, Owner owner, String amount) {
        var page = phone.page();
        open(page, owner, "");
        looked(phone, "overview");
        open(page, owner, "/payouts");
        page.locator("#amount-CNY").fill(amount);
        looked(phone, "ask");
        page.locator("main form .btn-primary").first().click();
        assertThat(page.locator("main .rows")).containsText(amount.length() > 2 ? "6,000.00" : "50.00");
        var link = page.locator("main .rows a.row-title").first().getAttribute("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void say_yes(Inspection desk, Owner owner) {
        var page = desk.page();
        page.navigate(base() + "/notifications");
        assertThat(page.locator("main")).containsText("waits for your yes");
        looked(desk, "notices");
        open(page, owner, "/payouts");
        looked(desk, "partner");
        page.locator("form[action$='/approval'] button").click();
        assertThat(page.locator("form[action$='/approval']")).hasCount(0);
    }

    private void look_at_all(Inspection desk, Owner owner) {
        var page = desk.page();
        for (var path : List.of("/site/money/circles", "/site/money/rules")) {
            page.navigate(base() + path);
            looked(desk, path.substring(path.lastIndexOf('/') + 1));
        }
        page.navigate(base() + "/site/money/circles/" + owner.circle().value());
        assertThat(page.locator("main")).containsText("4,000.00");
        looked(desk, "circle");
        page.locator("main a[href*='/accounts/available']").click();
        assertThat(page.locator("main table")).containsText("Payout asked for");
        looked(desk, "account");
    }

    private void take_to_the_bank(Inspection desk, String failing, String paid) {
        var page = desk.page();
        page.navigate(base() + "/site/money");
        looked(desk, "site");
        page.locator("main a[href='/site/money/payouts']").click();
        page.locator("form[action$='/batches'] button").click();
        assertThat(page.locator("main a[href$='.csv']").first()).isVisible();
        looked(desk, "batch");
        answer(page, paid, "B-4711", "/payment");
        answer(page, failing, "No such account", "/failure");
        page.navigate(base() + "/site/log");
        assertThat(page.locator("main")).containsText("No such account");
    }

    private void answer(Page page, String payout, String words, String how) {
        var row = page.locator("main .rows > li", new Page.LocatorOptions().setHasText(payout));
        row.locator("input[name=reference]").fill(words);
        row.locator(how.equals("/payment") ? "button.btn:not(.btn-quiet)" : "button.btn-quiet")
                .click();
        assertThat(row).hasCount(0);
    }

    private void see(Inspection phone, Owner owner, String words) {
        var page = phone.page();
        open(page, owner, "/payouts");
        assertThat(page.locator("main .rows")).containsText(words);
        page.locator("main .rows a.row-title").first().click();
        assertThat(page.locator("main")).containsText(words);
        looked(phone, "payout");
    }

    private void looked(Inspection at, String what) {
        assertThat(at.faults()).as(what).isEmpty();
        at.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/payout-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, Owner owner, String path) {
        page.navigate(base() + "/c/" + SomeCircles.slug(owner) + "/manage/money" + path);
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
