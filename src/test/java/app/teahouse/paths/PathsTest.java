package app.teahouse.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class PathsTest {
    private static final String LONG = "Tea is best when the water has rested for a while. ".repeat(60);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    LayPath layPath;

    @Autowired
    SwapStop swapStop;

    @Autowired
    FinishStop finishStop;

    @Autowired
    FillPool fillPool;

    @Autowired
    PathSheet sheet;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Test
    void highlights_come_first_and_the_time_is_kept() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        IntStream.range(0, 12).forEach(n -> posts.somePost(owner.member(), "Leaf " + n, LONG));
        highlight(owner.member(), 3);

        layPath.lay(reader, 10);

        var path = sheet.read(reader);
        assertThat(path.stops().getFirst().number()).isEqualTo(3);
        assertThat(path.stops().getFirst().reasons()).first().isEqualTo(Reason.HIGHLIGHT);
        assertThat(path.stops().stream().mapToInt(StopView::minutes).sum()).isBetween(6, 8);
    }

    @Test
    void what_they_wrote_or_passed_does_not_come() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        posts.somePost(reader, "Mine", "My own.");
        layPath.lay(reader, 10);
        assertThat(numbers(reader)).containsExactly(1L);

        finishStop.finished(reader.circle(), reader.account(), 1);
        finishStop.finished(reader.circle(), reader.account(), 1);
        assertThat(sheet.read(reader).isFinished()).isTrue();

        layPath.lay(reader, 30);
        assertThat(numbers(reader)).isEmpty();
        assertThat(sheet.read(reader).isLaid()).isTrue();
    }

    @Test
    void a_swap_puts_another_in_its_place_until_nothing_is_left() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        IntStream.range(0, 5).forEach(n -> posts.somePost(owner.member(), "Leaf " + n, LONG));
        layPath.lay(reader, 10);
        var before = numbers(reader);

        swapStop.swap(reader, before.getFirst());

        var after = numbers(reader);
        assertThat(after).hasSameSizeAs(before).doesNotContain(before.getFirst());
        swapStop.swap(reader, after.getFirst());
        swapStop.swap(reader, numbers(reader).getFirst());
        assertRefused(() -> swapStop.swap(reader, numbers(reader).getFirst()), "path.nothing-else");
        assertThat(numbers(reader)).hasSameSizeAs(before);
        assertRefused(() -> swapStop.swap(reader, 99), "path.stop-unknown");
    }

    @Test
    void the_parts_of_a_column_stand_in_its_order_after_a_swap_too() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        IntStream.range(0, 8).forEach(n -> posts.somePost(owner.member(), "Part " + n, LONG));
        column(owner.member(), List.of(8L, 2L, 5L, 1L, 7L));
        highlight(owner.member(), 7);

        layPath.lay(reader, 30);
        assertInOrder(reader, List.of(8L, 2L, 5L, 1L, 7L));

        swapStop.swap(reader, numbers(reader).getFirst());
        assertInOrder(reader, List.of(8L, 2L, 5L, 1L, 7L));
    }

    @Test
    void two_swaps_at_once_take_two_and_never_one_post_twice() throws Exception {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        IntStream.range(0, 12).forEach(n -> posts.somePost(owner.member(), "Leaf " + n, LONG));
        layPath.lay(reader, 10);
        var before = numbers(reader);

        AtOnce.run(List.of(() -> swap(reader, before.get(0)), () -> swap(reader, before.get(1))));

        assertThat(numbers(reader))
                .hasSameSizeAs(before)
                .doesNotHaveDuplicates()
                .doesNotContain(before.get(0), before.get(1));
    }

    @Test
    void a_post_that_is_hidden_or_deleted_leaves_the_path() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        posts.somePost(owner.member(), "Water", "Soft.");
        layPath.lay(reader, 10);

        db.sql(
                        "update content.post set state = 'hidden', hidden_at = now(), hidden_by = author_id, hidden_why = '' where circle_id = :circle and number = 1")
                .with("circle", owner.circle())
                .run();

        assertThat(numbers(reader)).containsExactly(2L);
    }

    @Test
    void the_pool_finds_what_moved_people_long_ago() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        IntStream.range(0, 30).forEach(n -> posts.somePost(owner.member(), "Leaf " + n, "Green."));
        db.sql("update content.post set reaction_count = 9 where circle_id = :circle and number = 4")
                .with("circle", owner.circle())
                .run();
        layPath.lay(reader, 10);

        for (var step = 0; step < 20 && fillPool.step(clock.instant()); step++) {
            layPath.lay(reader, 10);
        }

        assertThat(db.sql("""
                        select p.number
                          from paths.pool q
                          join content.post p on p.circle_id = q.circle_id and p.post_id = q.post_id
                         where q.circle_id = :circle
                        """).with("circle", owner.circle()).all((row, n) -> row.getLong(1)))
                .containsExactly(4L);
        assertThat(numbers(reader)).contains(4L);
    }

    @Test
    void a_path_is_for_three_lengths_alone() {
        var reader = circles.someOwner().member();
        assertRefused(() -> layPath.lay(reader, 20), "path.minutes");
    }

    private boolean swap(Member reader, long number) {
        swapStop.swap(reader, number);
        return true;
    }

    private static void assertRefused(Runnable deed, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed::run)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    private void assertInOrder(Member reader, List<Long> order) {
        var parts = numbers(reader).stream().filter(order::contains).toList();
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts).isEqualTo(order.stream().filter(parts::contains).toList());
    }

    private List<Long> numbers(Member reader) {
        return sheet.read(reader).stops().stream().map(StopView::number).toList();
    }

    private void highlight(Member owner, long number) {
        db.sql("""
                update content.post
                   set highlighted_at = now(), highlighted_by = :account, highlight_why = 'Worth it'
                 where circle_id = :circle and number = :number
                """)
                .with("circle", owner.circle())
                .with("account", owner.account())
                .with("number", number)
                .run();
    }

    private void column(Member owner, List<Long> numbers) {
        db.sql("""
                insert into columns.series (circle_id, column_id, number, name, promise, course, published_at, made_at)
                values (:circle, :circle, 1, 'Green tea', '', false, now(), now())
                """).with("circle", owner.circle()).run();
        for (var place = 0; place < numbers.size(); place++) {
            db.sql("""
                    insert into columns.item (circle_id, column_id, post_id, position)
                    select circle_id, circle_id, post_id, :place
                      from content.post
                     where circle_id = :circle and number = :number
                    """)
                    .with("circle", owner.circle())
                    .with("place", place)
                    .with("number", numbers.get(place))
                    .run();
        }
    }
}
