package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.coupons.SomeCoupons;
import app.teahouse.invitations.SomeInvitations;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Prove;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
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
 * Somebody comes in by a coupon that takes everything off, writes, and stays past the end: first they read, then the circle is closed to
 * them but for their own words, then they order again, pay by hand, and go on where they stopped. Photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class ComeBackJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomePlans plans;

    @Autowired
    SomeCoupons coupons;

    @Autowired
    SomeInvitations invitations;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeCircles circles;

    @Autowired
    SetUpWay setUpWay;

    @Autowired
    Prove prove;

    @Autowired
    Db db;

    private Owner owner;
    private Person mei;
    private String circle = "";
    private int pictures;

    @Test
    void in_for_nothing_over_and_back_by_hand() throws IOException {
        owner = plans.paidCircle();
        mei = people.someone("Mei");
        circle = "/c/" + SomeCircles.slug(owner);
        posts.somePost(owner.member(), "A first frost", "The leaves turned.");
        var code = coupons.code(plans.partner(owner), SomeCoupons.full(null, null));
        setUpWay.add(
                plans.partner(owner),
                "byhand",
                new WayText("Bank transfer", true, List.of(), Map.of("instructions", "Bank of Example, 42")));
        try (var chromium = new Chromium()) {
            var phone = as(chromium.phone(390, 844), mei);
            var desk = as(chromium.desktop(), owner.member().person());

            look_at_an_invitation(desk);
            come_in_for_nothing(phone, code);
            var number = number();
            posts.somePost(circles.onlooker(owner, mei).member().orElseThrow(), "My own tea", "Quokkas in the pot.");
            read_on_and_write_nothing(phone);
            be_shut_out_but_for_own_words(phone);
            come_back_by_hand(phone, desk);

            assertThat(number()).isEqualTo(number);
            chromium.assertNoFaults();
        }
        assertThat(prove.prove(owner.circle(), Instant.now()).holds()).isTrue();
    }

    /** Whoever is invited sees the plans, before they have an account. */
    private void look_at_an_invitation(Inspection desk) {
        var page = desk.page();
        page.context().clearCookies();
        page.navigate(base() + "/i/" + invitations.code(owner, Role.MEMBER, 1));
        looked(desk, "invited");
        page.locator("#join a.row-title").first().click();
        assertThat(page.locator("main")).containsText("199.00");
        looked(desk, "invited-plan");
        signIn(page.context(), owner.member().person());
    }

    private void come_in_for_nothing(Inspection phone, String code) {
        var page = phone.page();
        open(page, "/about");
        page.locator("#join a.row-title").first().click();
        page.locator("#code").fill(code);
        page.locator("button[name=apply]").click();
        assertThat(page.locator(".receipt-sum")).containsText("Free");
        looked(phone, "for-nothing");
        page.locator("main form[method=post] .btn-primary").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/me/orders/.*"));
        open(page, "/p/1");
        assertThat(page.locator("main")).containsText("The leaves turned.");
    }

    private void read_on_and_write_nothing(Inspection phone) {
        var page = phone.page();
        later(368);
        open(page, "/p/1");
        assertThat(page.locator("main")).containsText("The leaves turned.");
        assertThat(page.locator("main textarea")).hasCount(0);
        looked(phone, "grace");
        open(page, "/pass");
        assertThat(page.locator("main")).containsText("yearly");
    }

    private void be_shut_out_but_for_own_words(Inspection phone) {
        var page = phone.page();
        later(10);
        open(page, "/p/1");
        assertThat(page.locator("main")).not().containsText("Write a comment");
        open(page, "");
        assertThat(page.locator("#join")).containsText("Come back");
        looked(phone, "over");
        page.locator("#join a[href$='/my-words']").click();
        looked(phone, "my-words");
        page.getByText("My own tea").click();
        assertThat(page.locator("main")).containsText("Quokkas in the pot.");
        looked(phone, "my-post");
    }

    private void come_back_by_hand(Inspection phone, Inspection desk) {
        var page = phone.page();
        open(page, "/about");
        page.locator("#join a.row-title").first().click();
        page.locator("main form[method=post] .btn-primary").click();
        page.getByText("Pay with Bank transfer").first().click();
        page.locator("#reference").fill("Mei, 4711");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("main")).containsText("looks for it");

        var staff = desk.page();
        staff.navigate(base() + circle + "/manage/money/confirm");
        assertThat(staff.locator("main")).containsText("Mei, 4711");
        staff.locator("section[id^=a] [name=reference]").first().fill("statement 7");
        staff.getByText("It arrived", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(staff.locator("main")).containsText("Nothing waits for you");

        open(page, "/p/2");
        assertThat(page.locator("main")).containsText("Quokkas in the pot.");
        page.navigate(base() + "/me/orders");
        looked(phone, "orders");
    }

    private long number() {
        return circles.onlooker(owner, mei).member().orElseThrow().standing().number();
    }

    /** The server's clock is everybody's, so it is the paid time that moves. */
    private void later(int days) {
        db.sql("""
                update passes.pass
                   set last_day = last_day - :days, first_day = first_day - :days, ends_at = ends_at - make_interval(days => :days),
                       reads_until = reads_until - make_interval(days => :days)
                 where circle_id = :circle
                """).with("circle", owner.circle()).with("days", days).run();
        db.sql("""
                update members.membership
                   set speaks_until = speaks_until - make_interval(days => :days),
                       reads_until = reads_until - make_interval(days => :days)
                 where circle_id = :circle and role = 'member'
                """).with("circle", owner.circle()).with("days", days).run();
    }

    private void looked(Inspection at, String what) {
        assertThat(at.faults()).as(what).isEmpty();
        at.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/back-%02d-%s.png".formatted(++pictures, what))));
    }

    private void open(Page page, String path) {
        page.navigate(base() + circle + path);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private Inspection as(BrowserContext context, Person person) throws IOException {
        signIn(context, person);
        return new Inspection(context);
    }

    private void signIn(BrowserContext context, Person person) {
        var cookie = people.cookie(person);
        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(base())));
    }
}
