package app.teahouse.readers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.Scripts;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How a course is read in a circle in which no page counts by itself. {@code -Dtests.members=100000 -Dtests.parts=20} asks the same of a
 * hundred thousand members.
 */
@TeahouseTest
@Tag("once")
class LargeReadersTest {
    private static final Logger log = LoggerFactory.getLogger(LargeReadersTest.class);
    private static final int MEMBERS = Integer.getInteger("tests.members", CountColumns.LARGE + 200);
    private static final int PARTS = Integer.getInteger("tests.parts", 4);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    ColumnReaders columnReaders;

    @Autowired
    Jobs jobs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Plans plans;

    @Autowired
    Scripts scripts;

    @Autowired
    Clock clock;

    @Test
    void a_report_is_there_at_once_and_right_once_the_job_was_there() throws Exception {
        var owner = circles.someOwner();
        var numbers = LongStream.rangeClosed(1, PARTS)
                .map(part -> posts.somePost(owner.member(), "Part " + part, "Words."))
                .toArray();
        columns.published(owner.member(), "Green tea", true, numbers);
        fill(owner);
        var staff = circles.staff(owner);
        var here = "/manage/readers/columns/1";

        assertThat(timed("shown before it was counted", () -> page(owner, here)))
                .contains("counted in the background");
        assertThat(columnReaders.report(staff, 1).isCounted()).isFalse();
        timed("counted", () -> {
            jobs.run("readers.count-columns", clock.instant());
            return "";
        });
        assertThat(timed("shown", () -> page(owner, here))).contains("Counted");

        var report = columnReaders.report(staff, 1);
        assertThat(report.begun()).isEqualTo(shown(part -> part >= 1) + fives(hidden(part -> part >= 1)));
        assertThat(report.finished()).isEqualTo(shown(part -> part == PARTS) + fives(hidden(part -> part == PARTS)));
        assertThat(report.medianDays()).isEqualTo(PARTS - 1);
        assertThat(report.items())
                .extracting(ColumnReport.ItemReport::done)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, PARTS)
                        .map(at -> shown(part -> part >= at) + fives(hidden(part -> part >= at)))
                        .boxed()
                        .toList());
    }

    @Test
    void a_page_of_it_counts_nothing_and_lists_by_key() throws Exception {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        columns.published(owner.member(), "Green tea", true, 1);
        fill(owner);
        var staff = circles.staff(owner);

        Db.countFrom0();
        columnReaders.report(staff, 1);
        assertThat(Db.statements()).isEqualTo(5);
        assertThat(plans.of(
                        () -> columnReaders.members(staff, 1, Progress.FINISHED, MEMBERS / 2, 30),
                        "cross join lateral"))
                .contains("Index Scan using membership_")
                .doesNotContain("Sort", "Seq Scan on membership", "Seq Scan on \"position\"", "Seq Scan on done");
    }

    /** How many of the members who show it, or do not, have done so many parts. */
    private static int shown(IntPredicate did) {
        return (int)
                members().filter(n -> n % 10 != 0 && did.test(n % (PARTS + 1))).count();
    }

    private static int hidden(IntPredicate did) {
        return (int)
                members().filter(n -> n % 10 == 0 && did.test(n % (PARTS + 1))).count();
    }

    private static IntStream members() {
        return IntStream.rangeClosed(2, MEMBERS);
    }

    /** Those who do not show it are added in fives, and never the last five. */
    private static int fives(int hidden) {
        return Math.max(0, Math.min(hidden, hidden(_ -> true) - 5)) / 5 * 5;
    }

    private void fill(Owner owner) throws IOException {
        scripts.run(
                "large-readers.sql",
                Map.of(
                        "circle",
                        owner.circle().value(),
                        "members",
                        MEMBERS,
                        "parts",
                        PARTS,
                        "from",
                        Timestamp.from(clock.instant().minus(Duration.ofDays(60)))));
    }

    private interface Work {
        String run() throws Exception;
    }

    private static String timed(String what, Work work) throws Exception {
        var from = System.nanoTime();
        var made = work.run();
        log.info("{} members, {} parts: {} in {} ms", MEMBERS, PARTS, what, (System.nanoTime() - from) / 1_000_000);
        return made;
    }

    private String page(Owner owner, String path) throws UnsupportedEncodingException {
        var answer = mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + path)
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
