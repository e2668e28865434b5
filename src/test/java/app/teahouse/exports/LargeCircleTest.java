package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.SomeArrivals;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.takeaway.AskForTakeaway;
import app.teahouse.testing.Scripts;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Twenty thousand things leave, come in again and become pages for a disk. {@code bin/prove-export} does the same with a million posts
 * in a heap of 512 MiB.
 */
@TeahouseTest
@Tag("once")
class LargeCircleTest {
    private static final Logger log = LoggerFactory.getLogger(LargeCircleTest.class);
    private static final int POSTS = Integer.getInteger("tests.posts", 1_000);
    private static final int COMMENTS = Integer.getInteger("tests.comments", 4_000);
    private static final int REACTIONS = Integer.getInteger("tests.reactions", 15_000);

    @Autowired
    SomeCircles circles;

    @Autowired
    Scripts scripts;

    @Autowired
    SomeExports exports;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    Gate gate;

    @Autowired
    AskForTakeaway askForTakeaway;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_generated_circle_comes_back_the_same() throws IOException {
        var owner = circles.someOwner();
        timed("written", () -> fill(owner));
        var first = timed("exported", () -> exports.export(owner, null));

        var slug = "large-" + UUID.randomUUID().toString().substring(0, 8);
        timed("let in again", () -> arrivals.arrive(owner.member().person(), first, slug, null));

        var again = gate.owner(new Visitor(owner.member().person()), slug);
        var second = timed("exported again", () -> exports.export(again, null));
        assertThat(Files.size(second)).isBetween(Files.size(first) - 1_000, Files.size(first) + 1_000);
        assertThat(different(second, first)).isEmpty();
    }

    @Test
    void a_generated_circle_becomes_pages_for_a_disk() throws IOException {
        var owner = circles.someOwner();
        timed("written", () -> fill(owner));
        askForTakeaway.ask(owner.member(), "offline", "", "pages.zip");
        timed("made for a disk", () -> {
            jobs.run("takeaway.work", clock.instant());
            return true;
        });

        assertThat(jdbc.queryForObject("""
                select done from takeaway.run where circle_id = ? and kind = 'offline' and state = 'done'
                """, Long.class, owner.circle().value())).isGreaterThan(POSTS / 60);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Tells how long it took, and the most memory that this program has taken so far. */
    private static <T> T timed(String what, Work<T> work) throws IOException {
        var from = System.nanoTime();
        var made = work.run();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        log.info(
                "{} posts {} in {} s; heap at most {} of {} MiB, {}",
                POSTS,
                what,
                (System.nanoTime() - from) / 1_000_000_000,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                resident());
        return made;
    }

    /** Only Linux says so. */
    private static String resident() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .map(line -> "resident at most " + line.replaceAll("\\D", "") + " KiB")
                        .orElse("")
                : "";
    }

    private boolean fill(Owner owner) throws IOException {
        scripts.run(
                "large-circle.sql",
                Map.of(
                        "circle", owner.circle().value(),
                        "owner", owner.account().value(),
                        "posts", POSTS,
                        "comments", COMMENTS,
                        "reactions", REACTIONS));
        return true;
    }

    /** Entries that one has and the other has not, or has otherwise: by their checksums, for a million texts would not fit into the heap. */
    private static List<String> different(Path one, Path other) throws IOException {
        var found = new ArrayList<String>();
        try (var mine = new ZipFile(one.toFile());
                var theirs = new ZipFile(other.toFile())) {
            if (mine.size() != theirs.size()) {
                found.add(mine.size() + " entries and " + theirs.size());
            }
            for (var all = mine.entries(); all.hasMoreElements() && found.size() < 10; ) {
                var entry = all.nextElement();
                var twin = theirs.getEntry(entry.getName());
                if (!entry.getName().equals("about.json") && (twin == null || twin.getCrc() != entry.getCrc())) {
                    found.add(entry.getName());
                }
            }
        }
        return found;
    }
}
