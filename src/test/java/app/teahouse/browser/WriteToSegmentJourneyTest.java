package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An owner finds who paid, was quiet for fourteen days and knows about design, and writes to them: those and nobody else have it.
 * Photographed into {@code target/journey}.
 */
@TeahouseTest
@Tag("browser")
class WriteToSegmentJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomePlans plans;

    @Autowired
    SomeCircles circles;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    GiveTags giveTags;

    @Autowired
    Jobs jobs;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    private String circle = "";
    private int pictures;

    @Test
    void paid_quiet_and_good_at_design() {
        var owner = plans.paidCircle();
        circle = "/c/" + SomeCircles.slug(owner);
        var staff = circles.staff(owner);
        var plan = plans.plan(owner, "monthly", 1900);
        var found = quiet(plans.holder(owner, plan));
        var here = plans.holder(owner, plan);
        var other = quiet(plans.holder(owner, plan));
        var design = arrange.make(staff, new ArrangeMemberTags.Wish(Grouping.EXPERTISE, "", "Design", "jade", ""));
        giveTags.change(
                staff, List.of(found.standing().number(), here.standing().number()), List.of(design), List.of());
        jobs.run("segments.keep", clock.instant());

        try (var chromium = new Chromium()) {
            var desk = as(chromium.desktop(), owner.member().person());
            put_together(desk, found);
            write(desk);
            be_told(as(chromium.phone(390, 844), found.person()));
            chromium.assertNoFaults();
        }
        assertThat(List.of(has(found), has(here), has(other))).containsExactly(true, false, false);
    }

    private Member quiet(Member member) {
        db.sql("""
                update members.membership
                   set seen_at = seen_at - interval '15 days', joined_at = joined_at - interval '60 days'
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .run();
        return member;
    }

    private void put_together(Page desk, Member found) {
        open(desk, "/manage/segments/new");
        desk.locator("#name").fill("Quiet designers");
        add(desk, "time", 1);
        desk.locator("select[name=value]").nth(0).selectOption("paid");
        add(desk, "seen", 2);
        desk.locator("select[name=not]").nth(1).selectOption("not");
        desk.locator("input[name=value]").fill("14");
        add(desk, "tag", 3);
        photograph(desk, "segment");
        assertThat(desk.locator("#preview")).containsText(found.standing().alias());
        desk.locator(".form-steps .btn-primary").click();
        assertThat(desk.locator("h1")).hasText("Quiet designers");
    }

    private void add(Page desk, String fact, int rows) {
        desk.locator("#add").selectOption(fact);
        desk.locator("button[name=more]").click();
        assertThat(desk.locator(".segment-row")).hasCount(rows);
    }

    private void write(Page desk) {
        desk.locator("main a[href*='announcements/new']").click();
        assertThat(desk.locator("#segment option[selected]")).containsText("Quiet designers");
        desk.locator("#subject").fill("A new series for designers");
        desk.locator("#body").fill("It begins on Monday.");
        desk.locator(".form-steps .btn-primary").first().click();
        assertThat(desk.locator("main article")).containsText("It begins on Monday.");
        photograph(desk, "announcement");
        desk.locator("form[action$='/sending'] .btn-primary").click();
        desk.locator("dialog[open] .btn-primary, dialog[open] .btn-danger")
                .first()
                .click();
        assertThat(desk.locator("form[action$='/sending']")).hasCount(0);
        jobs.run("announcements.carry", clock.instant());
    }

    private void be_told(Page phone) {
        phone.navigate(base() + "/notifications");
        phone.locator("main a.row-title:has-text('Announcement')").first().click();
        assertThat(phone.locator("main")).containsText("It begins on Monday.");
        photograph(phone, "told");
    }

    private boolean has(Member member) {
        return db.sql("""
                select 1 from announcements.receipt where circle_id = :circle and account_id = :account
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .exists();
    }

    private void photograph(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/journey/segment-%02d-%s.png".formatted(++pictures, what))));
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
