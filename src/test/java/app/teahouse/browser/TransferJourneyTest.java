package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner takes a circle away and brings it in again on a desktop; a member finds their place in it on a phone. */
@TeahouseTest
@Tag("browser")
class TransferJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Test
    void a_circle_leaves_and_comes_back_with_its_people() {
        var hannah = people.withPassword(people.someone("Hannah"));
        var owner = circles.owner(hannah, Type.FREE);
        var member = circles.join(owner, people.withPassword(people.someone("Lu Yu")));
        posts.somePost(member, "Leaves", "Words about leaves.");
        var slug = "back-" + UUID.randomUUID().toString().substring(0, 8);
        try (var chromium = new Chromium()) {
            var desk = signedIn(chromium.desktop(), hannah);
            bring(desk, export(desk, SomeCircles.slug(owner)), slug);
            var phone = signedIn(chromium.phone(390, 844), member.person());
            come_back(phone, slug);
            chromium.assertNoFaults();
        }
    }

    private Path export(Page desk, String slug) {
        desk.navigate(url("/c/" + slug + "/manage/export"));
        desk.locator("#passphrase").fill("four warm cups");
        desk.locator("main form .btn-primary").click();
        assertThat(desk.locator("#exports progress")).isVisible();
        work("exports.work");
        var link = desk.locator("#exports a[download]");
        assertThat(link).isVisible();
        return desk.waitForDownload(link::click).path();
    }

    private void bring(Page desk, Path file, String slug) {
        desk.navigate(url("/new"));
        desk.locator("a[href='/new/arrivals']").click();
        desk.locator("#file").setInputFiles(file);
        desk.locator("main form .btn-primary").click();
        desk.locator("#slug").fill(slug);
        desk.locator("#passphrase").fill("four warm cups");
        desk.locator("main .btn-primary").click();
        assertThat(desk.locator("#arrival progress")).isVisible();
        work("arrivals.work");
        desk.locator("#arrival a[href='/c/" + slug + "']").click();
        assertThat(desk.locator("main")).containsText("Leaves");
    }

    private void come_back(Page phone, String slug) {
        phone.navigate(url("/me/settings"));
        phone.locator("a[href='/me/places']").click();
        phone.locator("form[action*='/me/places/'] button").click();
        work("arrivals.move-people");
        phone.navigate(url("/c/" + slug));
        assertThat(phone.locator("main")).containsText("Leaves");
        phone.locator("main a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Leaves")))
                .first()
                .click();
        assertThat(phone.locator("article h1")).hasText("Leaves");
    }

    private void work(String job) {
        jobs.run(job, clock.instant());
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
