package app.teahouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.outside.LocalWeb;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A feed comes in by its address, from a small web of ours. */
@TeahouseTest
@Tag("once")
class FeedByAddressTest {
    private static LocalWeb web;

    @Autowired
    SomeCircles circles;

    @Autowired
    ReadArchive readArchive;

    @Autowired
    BeginImport beginImport;

    @Autowired
    RunSheet sheet;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Staff staff;
    private FetchFeed fetchFeed;

    @BeforeAll
    static void open() throws Exception {
        web = new LocalWeb()
                .page("/feed.rss", 200, "application/rss+xml", resource("feed.rss"))
                .page("/feed.atom", 200, "application/atom+xml; charset=utf-8", resource("feed.atom"))
                .page("/page", 200, "text/html", "<!doctype html><html><p>Not a feed".getBytes(StandardCharsets.UTF_8))
                .page("/picture", 200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})
                .page("/broken.rss", 200, "text/xml", "<rss><channel><item><title>x".getBytes(StandardCharsets.UTF_8))
                .page("/empty.atom", 200, "text/xml", "<feed></feed>".getBytes(StandardCharsets.UTF_8))
                .page("/large", 200, "text/xml", new byte[20_000_001])
                .page("/gone", 410, "text/plain", new byte[0])
                .page("/closed", 401, "text/plain", new byte[0])
                .redirect("/inwards", "https://inside.test/feed.rss")
                .redirect("/round", "/round");
        web.redirect("/moved", web.at("b.test", "/feed.atom"));
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @BeforeEach
    void a_circle() {
        staff = circles.staff(circles.someOwner());
        fetchFeed = new FetchFeed(web.fetch(), readArchive);
    }

    private List<String> bring(String path) {
        var run = fetchFeed.read(staff, web.at("a.test", path));
        assertThat(sheet.read(staff, run).fileName()).isEqualTo(web.at("a.test", path));
        beginImport.begin(staff, run, false);
        jobs.run("imports.work", clock.instant());
        return jdbc.queryForList(
                "select title from content.post where circle_id = ? order by number",
                String.class,
                staff.circle().value());
    }

    @Test
    void rss_comes_in_and_again_brings_nothing_twice() {
        var posts = bring("/feed.rss");
        assertThat(posts).isNotEmpty();
        assertThat(bring("/feed.rss")).isEqualTo(posts);
    }

    @Test
    void atom_comes_in_from_where_it_has_moved() {
        assertThat(bring("/moved")).isNotEmpty();
        assertThat(web.asked("/feed.atom")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "/page, import.no-feed",
        "/picture, import.no-feed",
        "/broken.rss, import.unreadable-source",
        "/empty.atom, import.nothing-in-it",
        "/large, import.feed-too-large",
        "/gone, import.feed-gone",
        "/nothing, import.feed-gone",
        "/closed, import.not-fetched",
        "/inwards, import.not-fetched",
        "/round, import.not-fetched"
    })
    void what_is_no_feed_says_why_and_leaves_nothing(String path, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> fetchFeed.read(staff, web.at("a.test", path)))
                .satisfies(refusal ->
                        assertThat(refusal.faults().getFirst().code()).isEqualTo(code));
        assertThat(sheet.latest(staff)).isEmpty();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(FeedByAddressTest.class.getResourceAsStream("/formats/" + name))) {
            return in.readAllBytes();
        }
    }
}
