package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a thumb needs: parts that stay in their boxes, choices that mean something, pictures that lose no words. */
@TeahouseTest
@Tag("browser")
class PhoneTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    private Chromium chromium;
    private Owner owner;
    private Page page;

    @BeforeEach
    void come_in() {
        var person = people.withPassword(people.someone("Mei"));
        owner = circles.owner(person, Type.PRIVATE);
        chromium = new Chromium();
        page = chromium.phone(390, 844).newPage();
        open("/sign-in");
        page.locator("#email").fill(person.account().value() + "@example.org");
        page.locator("#password").fill(SomePeople.PASSWORD);
        page.locator("main form .btn-primary").first().click();
        assertThat(page.locator("main h1")).hasText("What is new");
    }

    @AfterEach
    void leave() {
        chromium.close();
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private String circle() {
        return "/c/" + SomeCircles.slug(owner);
    }

    @Test
    void faces_and_tools_stay_in_their_boxes() {
        var post = posts.somePost(owner.member());
        open(circle() + "/p/" + post);
        page.locator("#post .react summary").click();
        var list = page.locator("#post .react-list");
        assert_within(list, page.locator("main"));
        assert_all_within(list.locator("button"), list);

        open(circle() + "/write");
        assert_all_within(page.locator(".editor-bar button"), page.locator(".editor-bar"));
        assertThat(page.locator(".editor-foot [data-do=picture]")).isVisible();
        assertThat(page.locator(".only-mouse")).isHidden();
        chromium.assertNoFaults();
    }

    private static void assert_all_within(Locator parts, Locator whole) {
        assertThat(parts.count()).isPositive();
        parts.all().forEach(part -> {
            assert_within(part, whole);
            assertThat(part.boundingBox().width).isGreaterThanOrEqualTo(44);
            assertThat(part.boundingBox().height).isGreaterThanOrEqualTo(44);
        });
    }

    private static void assert_within(Locator part, Locator whole) {
        var inner = part.boundingBox();
        var outer = whole.boundingBox();
        assertThat(inner.x).isGreaterThanOrEqualTo(outer.x);
        assertThat(inner.x + inner.width).isLessThanOrEqualTo(outer.x + outer.width + 0.5);
        assertThat(inner.y).isGreaterThanOrEqualTo(outer.y);
    }

    @Test
    void only_choices_that_mean_something_are_offered() {
        open(circle() + "/manage/settings/access");
        assertThat(page.locator("[name=teasers]")).isHidden();
        assertThat(page.locator("[name=publicReading]")).isHidden();
        assertThat(page.locator("#joinPassword")).isHidden();
        assertThat(page.locator(".for-hidden")).isVisible();

        page.locator("[name=visibility][value=unlisted]").check();
        assertThat(page.locator("[name=teasers]")).isVisible();
        assertThat(page.locator("[name=publicReading]")).isHidden();
        assertThat(page.locator(".for-hidden")).isHidden();

        page.locator("[name=visibility][value=listed]").check();
        page.locator("[name=joinMode][value=password]").check();
        assertThat(page.locator("[name=publicReading]")).isVisible();
        assertThat(page.locator("#joinPassword")).isVisible();
    }

    @Test
    void a_note_stands_above_the_page_and_goes_by_tap() {
        open("/me/settings");
        page.locator("main form .btn-primary").first().click();
        var note = page.locator(".note");
        assertThat(note).hasCount(1);
        assertThat(note.boundingBox().y).isLessThan(100);
        note.locator("span").click();
        assertThat(note).hasCount(0);
    }

    @Test
    void a_picture_that_fails_costs_no_words_and_comes_at_the_second_try() {
        var tries = new AtomicInteger();
        page.route("**" + circle() + "/files", route -> {
            if (tries.incrementAndGet() == 1) {
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
        open(circle() + "/write");
        var text = page.locator("#text");
        text.fill("Before.\nAfter.");
        text.evaluate("area => area.setSelectionRange(8, 8)");
        choose_picture();
        var row = page.locator(".editor-file");
        assertThat(row).hasClass(Pattern.compile("is-failed"));
        assertThat(text).hasValue("Before.\nAfter.");

        text.evaluate("area => area.setRangeText('Long b', 0, 1, 'end')");
        text.dispatchEvent("input");
        row.locator("button").first().click();
        assertThat(row).hasCount(0);
        assertThat(text).hasValue(Pattern.compile("Long before\\.\n\n!\\[cup.*]\\(/f/[^)]+\\)\n\nAfter\\."));
    }

    @Test
    void what_is_written_waits_for_its_picture() {
        page.route("**" + circle() + "/files", _ -> {}); // never answered
        open(circle() + "/write");
        page.locator("#text").fill("Words.");
        choose_picture();
        assertThat(page.locator(".editor-file .progress")).isVisible();
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".editor-state")).containsText("still being uploaded");
        assertThat(page.locator("#text")).hasValue("Words.");

        page.locator(".editor-file button").click();
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("#post .prose")).hasText("Words.");
    }

    private void choose_picture() {
        page.waitForFileChooser(() -> page.locator("[data-do=picture]").click())
                .setFiles(new FilePayload("cup.jpg", "image/jpeg", Magazine.picture("jpg", 600, 400)));
    }
}
