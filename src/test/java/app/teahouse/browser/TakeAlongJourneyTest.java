package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.columns.SomeColumns;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was written elsewhere comes in, is read as a book and on paper, and leaves as pages on a disk. */
@TeahouseTest
@Tag("browser")
class TakeAlongJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeColumns columns;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void words_come_in_and_leave_again() throws IOException {
        var hannah = people.withPassword(people.someone("Hannah"));
        var owner = circles.owner(hannah, Type.PRIVATE);
        var member = circles.someMember(owner);
        people.withPassword(member.person());
        try (var chromium = new Chromium()) {
            var desk = signedIn(chromium.desktop(), hannah);
            bring_posts(desk, owner);
            columns.published(owner, "Green tea", 1L, 2L);
            var phone = signedIn(chromium.phone(390, 844), member.person());
            take_the_book(phone, owner);
            print_the_column(phone, owner);
            var disk = take_the_circle(desk, owner);
            read_from_disk(chromium.phone(390, 844).newPage(), disk);
            chromium.assertNoFaults();
        }
    }

    private void bring_posts(Page desk, Owner owner) throws IOException {
        desk.navigate(url(owner, "/manage/content"));
        desk.locator("#file").setInputFiles(new FilePayload("forum.zip", "application/zip", forum()));
        desk.locator("main form .btn-primary").first().click();
        assertThat(desk.locator("main h1")).hasText("What will come");
        assertThat(desk.locator("main")).containsText("not JSON");
        assertThat(desk.locator("main")).containsText("12 likes");
        desk.locator("button[form=start]").click();
        jobs.run("imports.work", clock.instant());
        assertThat(desk.locator("main h1")).hasText("The import is done");
        assertThat(desk.locator("main")).containsText("3 articles came in");
    }

    private static byte[] forum() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var posts = Objects.requireNonNull(
                        TakeAlongJourneyTest.class.getResourceAsStream("/formats/posts.jsonl"))) {
            zip.putNextEntry(new ZipEntry("posts.jsonl"));
            posts.transferTo(zip);
            zip.putNextEntry(new ZipEntry("pictures/leaf.png"));
            zip.write(Magazine.picture("png", 600, 400));
        }
        return bytes.toByteArray();
    }

    private void take_the_book(Page phone, Owner owner) {
        phone.navigate(url(owner, "/columns/1"));
        phone.locator("a[href$='/columns/1/book']").click();
        assertThat(phone.locator("main")).containsText("2 posts, in their order");
        var book =
                phone.waitForDownload(() -> phone.locator("main .btn-primary").click());
        assertThat(book.suggestedFilename()).isEqualTo("Green tea.epub");
        assertThat(book.path()).isNotEmptyFile();
    }

    /** On paper there are words, pictures and where links lead; bars and buttons stay on the screen. */
    private void print_the_column(Page phone, Owner owner) {
        phone.navigate(url(owner, "/columns/1/print"));
        phone.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var part : new String[] {".top-bar", ".bottom-bar", ".foot", ".slim"}) {
            assertThat(phone.locator(part).first()).isHidden();
        }
        assertThat(phone.locator("main button:visible, main .btn:visible")).hasCount(0);
        assertThat(phone.getByText("明前的龙井").first()).isVisible();
        var paper = phone.pdf();
        var pages = Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(new String(paper, StandardCharsets.ISO_8859_1))
                .results()
                .count();
        assertThat(pages).as("a page for the title, and each post begins one").isGreaterThanOrEqualTo(3);
        phone.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private Path take_the_circle(Page desk, Owner owner) {
        desk.navigate(url(owner, "/manage/takeaway"));
        desk.locator("form[action$='/takeaway/offline'] button").click();
        assertThat(desk.locator("#takeaway")).containsText("You can leave this page");
        jobs.run("takeaway.work", clock.instant());
        assertThat(desk.locator("#takeaway")).containsText("is ready");
        var file = desk.waitForDownload(
                () -> desk.locator("#takeaway .btn-primary").click());
        assertThat(file.suggestedFilename()).endsWith("-offline.zip");
        return file.path();
    }

    private void read_from_disk(Page page, Path zip) throws IOException {
        var top = unpacked(zip);
        page.navigate(top.resolve("index.html").toUri().toString());
        assertThat(page.locator("h1")).containsText("Tea");
        assertThat(page.evaluate("() => getComputedStyle(document.body).margin"))
                .isEqualTo("0px");
        page.locator("a[href='dates/index.html']").click();
        page.getByText("March 2021").click();
        page.getByText("第一泡").click();
        assertThat(page.locator(".prose").first()).containsText("明前的龙井");
        assertThat(page.evaluate("() => document.querySelector('.prose img').naturalWidth > 0"))
                .isEqualTo(true);
        page.locator("a", new Page.LocatorOptions().setHasText("陆羽")).first().click();
        assertThat(page.locator("h1")).hasText("陆羽");
    }

    private Path unpacked(Path zip) throws IOException {
        var top = folder;
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
                top = folder.resolve(entry.getName().replaceFirst("/.*", ""));
            }
        }
        return top;
    }

    private Page signedIn(BrowserContext context, Person person) {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("#email").fill(person.account().value() + "@example.org");
        page.locator("#password").fill(SomePeople.PASSWORD);
        page.locator("main form .btn-primary").first().click();
        assertThat(page.locator("main h1")).hasText("What is new");
        return page;
    }

    private String url(Owner owner, String path) {
        return "http://localhost:" + port + "/c/" + SomeCircles.slug(owner) + path;
    }
}
