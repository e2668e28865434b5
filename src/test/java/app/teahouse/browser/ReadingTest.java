package app.teahouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A long text is begun on a phone and goes on at a desk; a passage of it is kept; the owner sees how far its reader came. */
@TeahouseTest
@Tag("browser")
class ReadingTest {
    private static final Pattern SECONDS = Pattern.compile("(?:^|&)seconds=(\\d+)");

    @LocalServerPort
    int port;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Traces traces;

    @Test
    void a_reader_goes_on_elsewhere_keeps_a_passage_and_is_counted_while_they_look() {
        var host = people.withPassword(people.someone("Hannah"));
        var owner = circles.owner(host, Type.FREE);
        var reader = people.withPassword(people.someone("Mei"));
        circles.join(owner, reader);
        var text = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "Paragraph " + i + " says that leaves number " + i + " want water and time.")
                .collect(Collectors.joining("\n\n"));
        posts.somePost(owner.member(), "Sixty leaves", text);
        var post = "/c/" + SomeCircles.slug(owner) + "/p/1";

        try (var chromium = new Chromium()) {
            var phone = chromium.phone(390, 844).newPage();
            sign_in(phone, reader);
            read_half(phone, post);

            var desk = chromium.desktop().newPage();
            sign_in(desk, reader);
            go_on(desk, post);
            keep_a_passage(desk, post);
            count_only_while_looking(desk, post);

            var office = chromium.desktop().newPage();
            sign_in(office, host);
            see_the_numbers(office, "/c/" + SomeCircles.slug(owner) + "/manage/readers");
            chromium.assertNoFaults();
        }
    }

    private void sign_in(Page page, Person person) {
        open(page, "/sign-in");
        page.locator("#email").fill(person.account().value() + "@example.org");
        page.locator("#password").fill(SomePeople.PASSWORD);
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("main h1")).hasText("What is new");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void read_half(Page phone, String post) {
        open(phone, post);
        assertThat(phone.locator("[data-read-on]")).isHidden();
        phone.locator(".prose p:has-text('Paragraph 30 ')").scrollIntoViewIfNeeded();
        phone.waitForFunction("() => document.querySelector('.reading-line').value > 300");

        open(phone, "/me/reading");
        phone.waitForCondition(() -> {
            traces.flush();
            phone.reload();
            return phone.locator("#read .row-title").count() == 1;
        });
        assertThat(phone.locator("#read .row-title")).hasText("Sixty leaves");
        assertThat(phone.locator("#read .row-facts")).containsText("% read");
    }

    private void go_on(Page desk, String post) {
        open(desk, post);
        desk.locator("[data-read-on]").click();
        desk.waitForFunction("() => scrollY > 600");
        assertThat(desk.locator(".prose p:has-text('Paragraph 30 ')")).isInViewport();
    }

    private void keep_a_passage(Page desk, String post) {
        desk.locator(".prose p:has-text('Paragraph 31 ')").selectText();
        desk.locator("[data-keep-passage] button").click();
        assertThat(desk.locator(".toasts")).containsText("The passage is kept.");

        open(desk, "/me/saved");
        assertThat(desk.locator(".passage")).hasText("Paragraph 31 says that leaves number 31 want water and time.");
        desk.locator(".passage a").click();
        assertThat(desk).hasURL(Pattern.compile(".*" + post + "#part-\\d+.*"));
        desk.waitForFunction("() => scrollY > 600");
        assertThat(desk.locator(".prose p:has-text('Paragraph 31 ')")).isInViewport();
    }

    /** By a clock of the test's own: twenty seconds before the eyes, a minute in a hidden tab, five seconds again. */
    private void count_only_while_looking(Page desk, String post) {
        List<Integer> sent = new CopyOnWriteArrayList<>();
        desk.onRequest(request -> {
            if (request.url().endsWith("/position") && request.postData() != null) {
                SECONDS.matcher(request.postData())
                        .results()
                        .forEach(found -> sent.add(Integer.valueOf(found.group(1))));
            }
        });
        desk.clock().install();
        open(desk, post);
        desk.clock().runFor(20_000);
        assertThat(sum(sent)).isBetween(14, 20);

        hide(desk, true);
        var before = sum(sent);
        desk.clock().runFor(60_000);
        assertThat(sum(sent)).isEqualTo(before);

        hide(desk, false);
        desk.clock().runFor(5_000);
        hide(desk, true);
        assertThat(sum(sent)).isBetween(before + 3, before + 6);
    }

    private static void hide(Page page, boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """, hidden);
    }

    private static int sum(List<Integer> seconds) {
        return seconds.stream().mapToInt(Integer::intValue).sum();
    }

    private void see_the_numbers(Page office, String readers) {
        traces.flush();
        open(office, readers);
        assertThat(office.locator("#posts .row-facts")).containsText("1 reader");
        office.locator("#posts .row-title").click();
        assertThat(office.locator("#readers .row-title")).hasText("Mei");
        assertThat(office.locator(".figures")).containsText("Opened it");
        office.locator("#readers .row-title").click();
        assertThat(office.locator("h1")).hasText("Mei: what they read");
        assertThat(office.locator("#read .row-title")).hasText("Sixty leaves");
    }
}
