package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.guard.Closed;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A post is closed by all its places together, whatever becomes of one of them, and by none that only a draft has. */
@TeahouseTest
class LatchesTest {
    private static final Opening AFTER = new Opening.AfterBefore();

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeOpenings some;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    Arrange arrange;

    @Autowired
    SetOpening setOpening;

    @Autowired
    Db db;

    @Test
    void one_open_place_opens_a_post_and_drafts_close_nothing() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var speaker = speaker(owner.member());
        var first = some.course(owner, 1);
        var second = writeColumn.begin(speaker, new ColumnText("Second", "", false, true));
        setOpening.column(speaker, first, new Opening.AfterJoining(30));

        assertThat(some.why(member, 1)).isPresent();
        arrange.add(speaker, second, 1, null);
        assertThat(some.why(member, 1)).isEmpty();
        setOpening.column(speaker, second, new Opening.AfterJoining(5));
        assertThat(some.why(member, 1).map(Closed::days))
                .as("the one that opens first")
                .contains(5);

        writeColumn.change(speaker, second, new ColumnText("Second", "", false, false));
        assertThat(some.why(member, 1).map(Closed::days)).contains(30);
        writeColumn.change(speaker, first, new ColumnText("Course", "", true, false));
        assertThat(some.why(member, 1)).isEmpty();
        assertThat(some.guarded(member, 1).locks())
                .as("so nobody needs to be asked")
                .isEmpty();
        writeColumn.change(speaker, first, new ColumnText("Course", "", true, true));
        assertThat(some.why(member, 1)).isPresent();
        writeColumn.delete(speaker, first);
        assertThat(some.guarded(member, 1).locks()).isEmpty();
    }

    /** Without the lock on the post, the one that opens does not see the one that closes, and takes its mark away. */
    @Test
    void of_two_columns_changed_at_once_the_one_that_closes_is_not_undone() throws Exception {
        var owner = circles.someOwner();
        var speaker = speaker(owner.member());
        var member = circles.someMember(owner);
        var first = some.course(owner, 1);
        var second = writeColumn.begin(speaker, new ColumnText("Second", "", false, true));
        arrange.add(speaker, second, 1, null);
        for (var round = 0; round < 10; round++) {
            setOpening.column(speaker, first, new Opening.AtOnce());
            setOpening.column(speaker, second, new Opening.AfterJoining(7));
            AtOnce.run(List.of(
                    () -> {
                        setOpening.column(speaker, first, new Opening.AfterJoining(30));
                        return true;
                    },
                    () -> {
                        arrange.remove(speaker, second, 1);
                        return true;
                    }));
            assertThat(some.guarded(member, 1).locks()).containsExactly("columns");
            arrange.add(speaker, second, 1, null);
        }
    }

    /** For any rules of any columns: a post is closed exactly if all its places in published ones are, each told by itself. */
    @Test
    void whatever_columns_say_a_post_is_closed_if_and_only_if_all_of_them_close_it() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var owner = circles.someOwner();
        var speaker = speaker(owner.member());
        var member = circles.someMember(owner);
        var joined = LocalDate.ofInstant(
                member.standing().joinedAt(), owner.member().face().zone());
        posts.somePost(owner.member(), "Part 1", "Words.");
        for (var round = 0; round < 12; round++) {
            var closes = true;
            var places = 0;
            for (var many = random.nextInt(3); many >= 0; many--) {
                var published = random.nextInt(4) > 0;
                var column = writeColumn.begin(speaker, new ColumnText("Any", "", true, published));
                arrange.add(speaker, column, 1, null);
                var opening = any(random, joined);
                if (random.nextBoolean()) {
                    setOpening.column(speaker, column, opening);
                } else {
                    setOpening.column(speaker, column, any(random, joined));
                    setOpening.part(speaker, column, 1, opening);
                }
                places += published ? 1 : 0;
                closes &= !published || closesOnDay10(opening, joined);
            }
            var expected = places > 0 && closes;
            var then = joined.plusDays(10)
                    .atStartOfDay(owner.member().face().zone())
                    .toInstant();
            at(
                    then,
                    () -> assertThat(some.why(member, 1).isPresent())
                            .as("seed " + seed)
                            .isEqualTo(expected));
            db.sql("delete from columns.item where circle_id = :circle")
                    .with("circle", owner.circle())
                    .run();
        }
    }

    private static void at(Instant then, Runnable look) {
        TestClock.at(then, look);
    }

    private static Opening any(Random random, LocalDate joined) {
        return switch (random.nextInt(4)) {
            case 0 -> new Opening.OnDay(joined.plusDays(9 + random.nextInt(3)));
            case 1 -> new Opening.AfterJoining(9 + random.nextInt(3));
            case 2 -> AFTER;
            default -> new Opening.AtOnce();
        };
    }

    /** Nothing stands before the only part. */
    private static boolean closesOnDay10(Opening opening, LocalDate joined) {
        return switch (opening) {
            case Opening.OnDay(var day) -> day.isAfter(joined.plusDays(10));
            case Opening.AfterJoining(var days) -> days > 10;
            default -> false;
        };
    }

    private Speaker speaker(Member member) {
        return circles.speaker(member, Surface.POST);
    }
}
