package app.teahouse.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.UnsupportedEncodingException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * A long list of people is looked at, taken in, reported on and brought again, through the doors that a partner uses. {@code bin/prove-list}
 * does the same with fifty thousand lines, which is the most that a list may have.
 */
@TeahouseTest
@Tag("once")
class LargeListTest {
    private static final Logger log = LoggerFactory.getLogger(LargeListTest.class);
    private static final int LINES = Integer.getInteger("tests.lines", 1_200);
    private static final int WRONG = LINES / 100;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ListSheet sheet;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    private Owner owner;
    private String home;

    @BeforeEach
    void a_circle() {
        owner = circles.someOwner();
        home = "/c/" + SomeCircles.slug(owner) + "/manage/places";
    }

    @Test
    void a_long_list_is_looked_at_taken_in_reported_on_and_brought_again() throws Exception {
        var text = text("");

        var first = timed("read", () -> bring(text));
        assertThat(timed("shown before it begins", () -> page(first)))
                .contains(String.format("Hold %,d places", LINES - WRONG));
        timed("taken in", () -> begun(first));
        assertThat(timed("shown with its report", () -> page(first)))
                .contains(String.format("%,d new, 0 changed, 0 as they were, %,d left out", LINES - WRONG, WRONG));
        assertThat(timed("its report read to the end", () -> odd(first))).isEqualTo(WRONG);

        var again = bring(text);
        timed("taken in again", () -> begun(again));
        assertThat(page(again)).contains(String.format("0 new, 0 changed, %,d as they were", LINES - WRONG));

        var other = bring(text("老友"));
        timed("taken in with other tags", () -> begun(other));
        assertThat(page(other)).contains(String.format("0 new, %,d changed, 0 as they were", LINES - WRONG));
        assertThat(timed("all places shown", () -> get(home))).contains("Member ");
    }

    /** One line in a hundred has no address. */
    private static byte[] text(String tag) {
        var text = new StringBuilder("name,email,tags,joined,expires,note\n");
        for (var line = 1; line <= LINES; line++) {
            text.append("Member ").append(line).append(',');
            text.append(line <= WRONG ? "" : "member." + line + "@example.org");
            text.append(",\"绿茶，").append(tag).append("\",2024-03-0").append(1 + line % 9);
            text.append(",2027年1月31日,pays in cash no. ").append(line).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String bring(byte[] text) {
        var sent = mvc.post()
                .uri(home)
                .multipart()
                .file(new MockMultipartFile("file", "people.csv", "text/csv", text))
                .cookie(people.cookie(owner.member().person()))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        return Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
    }

    private boolean begun(String list) {
        assertThat(mvc.post()
                        .uri(list + "/start")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        jobs.run("reservations.work", clock.instant());
        return true;
    }

    private String page(String list) throws UnsupportedEncodingException {
        return get(list);
    }

    private String get(String path) throws UnsupportedEncodingException {
        var answer = mvc.get()
                .uri(path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    /** How many lines the report has to tell of, page by page. */
    private int odd(String list) {
        var id = new ListId(Ids.parse(list.substring(list.lastIndexOf('/') + 1)));
        var partner = circles.partner(owner);
        var told = 0;
        var after = 0;
        for (var page = 0; page < LINES; page++) {
            var lines = sheet.one(partner, id, true, after).lines();
            told += lines.items().size();
            if (lines.next() == null) {
                return told;
            }
            after = Integer.parseInt(lines.next());
        }
        return told;
    }

    /** Tells how long it took, and the most memory that this program has taken so far. */
    private static <T> T timed(String what, Callable<T> work) throws Exception {
        var from = System.nanoTime();
        var made = work.call();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        log.info(
                "{} lines {} in {} ms; heap at most {} of {} MiB",
                LINES,
                what,
                (System.nanoTime() - from) / 1_000_000,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        return made;
    }
}
