package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The first hour of a site, on two phones: from nobody to a circle in which two people talk, with years of articles in it. Each
 * step is photographed into {@code target/journey}.
 */
@Tag("browser")
class JourneyTest {
    private int pictures;

    @Test
    void two_people_make_a_circle_out_of_nothing() throws Exception {
        try (var site = OwnSite.bare();
                var chromium = new Chromium()) {
            var hannah = chromium.phone(390, 844).newPage();
            var mei = chromium.phone(390, 844).newPage();

            become_operator(hannah, site);
            create_circle(hannah);
            var invitation = invite(hannah);
            accept(mei, invitation);
            write_with_a_picture(mei);
            comment_with_a_mention(hannah, mei);
            hear_of_it_without_reloading(mei);
            highlight(hannah, mei);
            import_quietly(hannah, mei);
            read_an_imported_post(mei);

            chromium.assertNoFaults();
        }
    }

    private void become_operator(Page hannah, OwnSite site) {
        hannah.navigate(site.url());
        assertThat(hannah.locator("main .btn-primary")).hasAttribute("href", "/setup");
        photograph(hannah, "bare");

        hannah.navigate(site.invitation());
        assertThat(hannah.locator("#code")).not().hasValue("");
        sign_up(hannah.locator("main form"), "Hannah");

        assertThat(hannah).hasURL(site.url() + "/");
        hannah.navigate(site.url() + "/site");
        assertThat(hannah.locator("h1")).isVisible();
        assertThat(hannah.request().get(site.invitation()).status())
                .as("the set-up page of a site that has an operator")
                .isEqualTo(404);
        hannah.navigate(site.url());
        assertThat(hannah.locator("main .btn-primary")).hasAttribute("href", "/new");
        photograph(hannah, "operator");
    }

    private static void sign_up(Locator form, String name) {
        form.locator("#name").fill(name);
        form.locator("#email").fill(name.toLowerCase(java.util.Locale.ROOT) + "@example.org");
        form.locator("#password").fill("four warm cups");
        // Whoever types faster than people do is taken for a machine, and waits.
        form.page().waitForTimeout(2_100);
        form.locator(".btn-primary").click();
    }

    private void create_circle(Page hannah) {
        hannah.locator("main a[href='/new']").click();
        hannah.locator("#name").fill("Hill of Tea");
        hannah.locator("#promise").fill("One good cup a week, and time to talk about it.");
        hannah.getByLabel("Private").check();
        hannah.locator("main form .btn-primary").click();

        assertThat(hannah.locator("h1")).hasText("Hill of Tea");
        photograph(hannah, "circle");
    }

    private String invite(Page hannah) {
        hannah.locator(".tab-more").click();
        hannah.locator(".manage-nav").getByText("Members").click();
        hannah.locator("main .tabs a[href$='/manage/invitations']").click();
        hannah.locator("#name").fill("For Mei");
        hannah.locator("main form .btn-primary").click();

        assertThat(hannah.locator("h1")).hasText("For Mei");
        photograph(hannah, "invitation");
        return hannah.locator("#invitation-link").textContent().strip();
    }

    /** Sign-up and join are one screen. */
    private void accept(Page mei, String invitation) {
        mei.navigate(invitation);
        assertThat(mei.locator("h1")).hasText("Hill of Tea");
        photograph(mei, "invited");
        sign_up(mei.locator("#join form"), "Mei");

        assertThat(mei).hasURL(Pattern.compile(".*/c/[^/]+$"));
        assertThat(mei.locator("h1")).hasText("Hill of Tea");
        assertThat(mei.locator(".composer")).isVisible();
        photograph(mei, "joined");
    }

    private void write_with_a_picture(Page mei) {
        mei.locator(".bottom-write").click();
        mei.locator("#title").fill("My first cup");
        mei.locator("#text").fill("It tasted of rain.\n");
        var chooser =
                mei.waitForFileChooser(() -> mei.locator("[data-do=picture]").click());
        chooser.setFiles(new FilePayload("cup.jpg", "image/jpeg", Magazine.picture("jpg", 1200, 900)));
        assertThat(mei.locator("#text")).hasValue(Pattern.compile("!\\[cup.*\\]\\(/f/"));
        photograph(mei, "writing");
        mei.locator("main form .btn-primary").click();

        assertThat(mei.locator("h1")).hasText("My first cup");
        assert_shown(mei.locator("article .prose img"));
        photograph(mei, "post");
    }

    /** A picture that really came, not only its element. */
    private static void assert_shown(Locator picture) {
        picture.scrollIntoViewIfNeeded();
        picture.page()
                .waitForFunction("picture => picture.complete && picture.naturalWidth > 100", picture.elementHandle());
    }

    private void comment_with_a_mention(Page hannah, Page mei) {
        mei.evaluate("window.stayed = true");
        assertThat(mei.locator(".bottom-bar [data-unread]")).hasText("");

        hannah.locator(".bottom-bar a[href='/']").click();
        assertThat(hannah.locator("main .pill-jade")).hasText("1 new");
        hannah.getByText("My first cup").click();
        assertThat(hannah.locator("h1")).hasText("My first cup");

        var text = hannah.locator("#write textarea");
        text.click();
        text.pressSequentially("Rain is the best part, ");
        hannah.locator("#write [data-do=mention]").click();
        hannah.locator(".editor-names button:has-text('Mei')").click();
        assertThat(text).hasValue("Rain is the best part, @Mei ");
        text.pressSequentially("is right.");
        photograph(hannah, "mentioning");
        hannah.locator("#write .btn-primary").click();

        assertThat(hannah.locator("#comment-list .comment")).hasCount(1);
        assertThat(hannah.locator("#comment-list .prose a")).hasText("@Mei");
    }

    private void hear_of_it_without_reloading(Page mei) {
        assertThat(mei.locator(".bottom-bar [data-unread]")).hasText("1");
        assertThat(mei.locator("[data-live-show=comments]")).isVisible();
        assertThat(mei.evaluate("window.stayed")).as("the page was never left").isEqualTo(true);
        photograph(mei, "told");

        mei.locator(".bottom-bar a[href='/notifications']").click();
        assertThat(mei.locator("#notices li")).hasCount(1);
        assertThat(mei.locator("#notices .row-title")).hasText("Hannah mentioned you in a comment");
        photograph(mei, "notifications");
        mei.locator("#notices .row-title").click();
        assertThat(mei.locator("#comment-list .prose")).hasText("Rain is the best part, @Mei is right.");
        assertThat(mei.locator(".bottom-bar [data-unread]")).hasText("");
    }

    private void highlight(Page hannah, Page mei) {
        hannah.locator("#post .byline summary").click();
        hannah.getByText("Pick as highlight").click();
        assertThat(hannah.locator("#post .flag-gold")).isVisible();
        photograph(hannah, "highlighted");

        mei.locator(".slim a, a.slim, .back").first().click();
        mei.locator(".filter[href$='filter=highlights']").click();
        assertThat(mei.locator(".feed-card-title")).hasText("My first cup");
        photograph(mei, "highlights");
    }

    private void import_quietly(Page hannah, Page mei) {
        write(hannah, "Something to read first", "So that there is one unread post.");
        assertThat(mei.locator(".bottom-bar [data-unread]")).hasText("1");
        mei.locator(".bottom-bar a[href='/']").click();
        mei.waitForCondition(() -> "1 new".equals(newAtHome(mei)));

        hannah.locator(".slim a, a.slim, .back").first().click();
        hannah.locator(".tab-more").click();
        hannah.locator(".manage-nav").getByText("Content").click();
        hannah.locator("main .tabs a[href$='/manage/content']").click();
        hannah.locator("#file").setInputFiles(new FilePayload("weekly.zip", "application/zip", Magazine.zip()));
        hannah.locator("main form .btn-primary").click();
        assertThat(hannah.locator("h1")).hasText("What will come");
        assertThat(hannah.locator("#import .rows").first().locator("li")).hasCount(Magazine.ISSUES);
        photograph(hannah, "preview");
        hannah.locator("#import .btn-primary").click();

        assertThat(hannah.locator("h1")).hasText("The import is done");
        assertThat(hannah.locator("#import")).containsText("8 articles came in");
        assertThat(hannah.locator("#import .rows li")).hasCount(1);
        assertThat(hannah.locator("#import .rows li")).containsText("lost.png");
        photograph(hannah, "imported");

        assertThat(newAtHome(mei)).isEqualTo("1 new");
        assertThat(mei.locator(".bottom-bar [data-unread]")).hasText("1");
    }

    /** What one read is kept behind the request that brought it, so one's own post may count for a moment. */
    private static String newAtHome(Page page) {
        page.reload();
        return page.locator("main .pill-jade").textContent();
    }

    private static void write(Page page, String title, String text) {
        page.locator(".bottom-write").click();
        page.locator("#title").fill(title);
        page.locator("#text").fill(text);
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("h1")).hasText(title);
    }

    private void read_an_imported_post(Page mei) {
        mei.locator("main h2 a[href^='/c/']").click();
        mei.locator(".filter:has-text('#weekly')").click();
        assertThat(mei.locator(".feed-card-title")).hasCount(Magazine.ISSUES);
        assertThat(mei.locator(".feed .unread-dot")).hasCount(0);
        photograph(mei, "weekly");
        mei.locator(".feed-card-title a:has-text('" + Magazine.LONGEST + "')").click();
        assertThat(mei.locator("h1")).hasText(Magazine.LONGEST);
        assertThat(mei.locator("#post .byline")).containsText("Lu Yu");
        assert_shown(mei.locator("article .prose img"));
        photograph(mei, "reading");

        mei.locator(".prose h2:has-text('Spring 7')").scrollIntoViewIfNeeded();
        mei.waitForFunction("() => document.querySelector('.reading-line').value > 300");
        mei.locator(".bottom-bar a[href='/']").click();
        mei.goBack();
        mei.waitForCondition(() -> offersToGoOn(mei));
        mei.locator("[data-read-on]").click();
        mei.waitForFunction("() => scrollY > 600");
        photograph(mei, "gone-on");

        mei.locator("a[rel=next]").click();
        assertThat(mei.locator("h1")).hasText("Issue 4: Cups");
        assertThat(mei.locator(".prose table")).isVisible();

        mei.locator("a[rel=prev]").click();
        assertThat(mei.locator("h1")).hasText(Magazine.LONGEST);
        mei.locator("a[rel=prev]").click();
        assertThat(mei.locator("h1")).hasText("Issue 2: Leaves");
        mei.locator("a[rel=prev]").click();
        assertThat(mei.locator("h1")).hasText("Issue 1: A kettle");
        mei.locator(".prose a:has-text('the leaves')").click();
        assertThat(mei.locator("h1")).hasText("Issue 2: Leaves");
        photograph(mei, "linked");
    }

    /** Where she stopped is kept behind the request that brought it. */
    private static boolean offersToGoOn(Page page) {
        page.reload();
        assertThat(page.locator("h1")).hasText(Magazine.LONGEST);
        return page.locator("[data-read-on]").isVisible();
    }

    private void photograph(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/journey/%02d-%s.png".formatted(++pictures, what))));
    }
}
