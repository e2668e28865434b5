package app.teahouse.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.Discretion;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What devices say of reading comes in any order, late, twice or not at all; what is kept can be true all the same. */
@TeahouseTest
class PositionsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Traces traces;

    @Autowired
    Positions positions;

    @Autowired
    KeepPositions keepPositions;

    @Autowired
    ForgetReading forgetReading;

    @Autowired
    Discretion discretion;

    @Autowired
    Tallies tallies;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private record Sent(Instant at, long post, Beacon beacon) {}

    @Test
    void two_devices_in_any_order_never_read_longer_than_time_goes_by() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 12; round++) {
            var owner = circles.someOwner();
            posts.somePost(owner.member());
            posts.somePost(owner.member());
            var reader = circles.someMember(owner);
            var start = clock.instant();
            TestClock.at(start, () -> {
                traces.opened(reader, 1);
                traces.opened(reader, 2);
            });

            var arrived = arrive(random, beacons(random, start));
            for (var sent : arrived) {
                TestClock.at(sent.at(), () -> {
                    traces.beacon(reader, sent.post(), sent.beacon());
                    if (random.nextInt(4) == 0) {
                        traces.flush();
                    }
                });
            }
            traces.flush();

            var wall = Duration.between(start, arrived.getLast().at()).toSeconds();
            var one = positions.of(reader, 1).orElseThrow();
            var other = positions.of(reader, 2).orElseThrow();
            assertThat(one.seconds() + other.seconds()).as("seed " + seed).isBetween(1, (int) wall);
            for (var post : List.of(1L, 2L)) {
                var position = positions.of(reader, post).orElseThrow();
                var furthest = arrived.stream()
                        .filter(sent -> sent.post() == post)
                        .mapToInt(sent -> sent.beacon().part())
                        .max()
                        .orElse(0);
                assertThat(position.part()).as("seed " + seed).isEqualTo(furthest);
                assertThat(position.stop()).as("seed " + seed).isBetween(0, furthest);
                assertThat(position.isFinished()).isEqualTo(furthest >= 950);
            }
            assert_sums(owner);
        }
    }

    /** Two opened pages, each claiming more than is true now and then. */
    private static List<Sent> beacons(Random random, Instant start) {
        var sent = new ArrayList<Sent>();
        for (var device : List.of("phone", "desk")) {
            var post = 1 + random.nextInt(2);
            var at = start;
            var part = 0;
            for (var count = 1; count <= 15; count++) {
                var pause = 1 + random.nextInt(40);
                at = at.plusSeconds(pause);
                part = Math.min(1000, part + random.nextInt(120));
                var claimed = random.nextInt(5) == 0 ? 3600 : pause;
                var stop = part == 0 ? 0 : random.nextInt(part);
                sent.add(new Sent(at, post, new Beacon(device, count, stop, part, claimed)));
            }
        }
        return sent;
    }

    /** As a network brings them: some lost, some twice, some late. */
    private static List<Sent> arrive(Random random, List<Sent> sent) {
        var arrived = new ArrayList<Sent>();
        for (var one : sent) {
            if (random.nextInt(10) > 0) {
                arrived.add(late(random, one));
            }
            if (random.nextInt(8) == 0) {
                arrived.add(late(random, one));
            }
        }
        Collections.shuffle(arrived, random);
        arrived.sort((a, b) -> a.at().compareTo(b.at()));
        return arrived;
    }

    private static Sent late(Random random, Sent sent) {
        var by = random.nextInt(3) == 0 ? random.nextInt(90) : 0;
        return new Sent(sent.at().plusSeconds(by), sent.post(), sent.beacon());
    }

    @Test
    void where_i_stop_on_one_device_is_where_the_other_goes_on() throws Exception {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        var reader = circles.someMember(owner);
        var start = clock.instant();
        TestClock.at(start, () -> traces.opened(reader, 1));
        TestClock.at(start.plusSeconds(15), () -> traces.beacon(reader, 1, new Beacon("phone", 1, 600, 600, 15)));
        TestClock.at(start.plusSeconds(30), () -> traces.beacon(reader, 1, new Beacon("desk", 1, 0, 200, 10)));
        traces.flush();
        assertThat(positions.of(reader, 1).orElseThrow().stop())
                .as("looking at its beginning moves nothing")
                .isEqualTo(600);

        TestClock.at(start.plusSeconds(60), () -> traces.beacon(reader, 1, new Beacon("desk", 2, 300, 300, 10)));
        TestClock.at(start.plusSeconds(61), () -> traces.beacon(reader, 1, new Beacon("desk", 1, 900, 900, 10)));
        traces.flush();

        var position = positions.of(reader, 1).orElseThrow();
        assertThat(position.stop()).isEqualTo(300);
        assertThat(position.part()).isEqualTo(900);
        assertThat(position.seconds()).isEqualTo(35);
        traces.flush();
        assertThat(positions.of(reader, 1)).contains(position);
    }

    @Test
    void nobody_reads_for_days_and_who_is_no_member_reads_nothing() throws Exception {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        var reader = circles.someMember(owner);
        var start = clock.instant();
        TestClock.at(start, () -> traces.opened(reader, 1));
        for (var minute = 1; minute <= 600; minute++) {
            var at = start.plus(Duration.ofMinutes(minute));
            TestClock.at(at, () -> traces.beacon(reader, 1, new Beacon(null, 0, 0, 10, 60)));
        }
        traces.flush();
        assertThat(positions.of(reader, 1).orElseThrow().seconds()).isEqualTo(4 * 60 * 60);

        db.sql(
                        "update members.membership set state = 'left', ended_at = now() where account_id = :a and circle_id = :c")
                .with("a", reader.account())
                .with("c", reader.circle())
                .run();
        posts.somePost(owner.member());
        traces.position(reader, 2, 1000);
        traces.flush();
        assertThat(positions.of(reader, 2)).isEmpty();
    }

    @Test
    void ten_who_write_at_once_leave_sums_that_are_true() throws Exception {
        var owner = circles.someOwner();
        for (var i = 0; i < 3; i++) {
            posts.somePost(owner.member());
        }
        var readers = new ArrayList<Member>();
        for (var i = 0; i < 4; i++) {
            readers.add(circles.someMember(owner));
        }
        var now = clock.instant();
        var deeds = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 10; i++) {
            var part = 100 * i + 90;
            deeds.add(() -> {
                var noted = readers.stream()
                        .flatMap(reader -> List.of(1L, 2L, 3L).stream()
                                .map(number -> new KeepPositions.Noted(
                                        reader.account(), number, new Step(part, part, 0, now, now))))
                        .sorted(KeepPositions.Noted.IN_ORDER)
                        .toList();
                keepPositions.keep(owner.circle(), noted);
                return true;
            });
        }

        assertThat(AtOnce.run(deeds).done()).hasSize(10);

        assert_sums(owner);
        assertThat(tally(owner, 1).readers()).isEqualTo(4);
        assertThat(tally(owner, 1).finished()).isEqualTo(4);
        assertThat(tally(owner, 1).median()).isEqualTo(95);
    }

    @Test
    void who_turns_discreet_counts_among_the_discreet_and_who_forgets_counts_no_more() {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        posts.somePost(owner.member());
        var one = circles.someMember(owner);
        var other = circles.someMember(owner);
        for (var reader : List.of(one, other)) {
            traces.position(reader, 1, 1000);
            traces.position(reader, 2, 500);
        }
        traces.flush();

        discretion.choose(one.person(), true);
        assertThat(forgetReading.count(owner.circle(), one.account(), true)).isFalse();
        assert_sums(owner);
        assertThat(tally(owner, 1).readers()).isEqualTo(1);
        assertThat(tally(owner, 1).discreetFinished()).isEqualTo(1);
        assertThat(tally(owner, 2).stops()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);

        discretion.choose(other.person(), true);
        traces.position(other, 2, 700);
        traces.flush();
        assertThat(tally(owner, 2).readers())
                .as("counted anew when they read on")
                .isZero();
        assert_sums(owner);

        forgetReading.step(owner.circle(), one.account());
        assertThat(positions.of(one, 1)).isEmpty();
        assertThat(tally(owner, 1).discreetReaders()).isZero();
        assert_sums(owner);
    }

    private Tally tally(Owner owner, long number) {
        return db.sql("""
                select readers, finished, discreet_readers, discreet_finished, seconds, stops
                  from reading.tally
                 where circle_id = :circle and number = :number
                """).with("circle", owner.circle()).with("number", number).one((row, n) -> Tally.read(row, 1));
    }

    /** The sums beside the posts are those of the rows. */
    private void assert_sums(Owner owner) {
        var kept = all(owner);
        tallies.recount(owner.circle());
        assertThat(kept).isEqualTo(all(owner));
    }

    private List<String> all(Owner owner) {
        return db.sql("""
                select number, readers, finished, discreet_readers, discreet_finished, seconds, stops
                  from reading.tally
                 where circle_id = :circle and readers + discreet_readers > 0
                 order by number
                """).with("circle", owner.circle()).all((row, n) -> row.getLong(1) + " " + Tally.read(row, 2));
    }
}
