package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.Arrange.Target;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class ColumnsTest {
    private static final ColumnText COURSE = new ColumnText("Green tea", "From leaf to cup.", true, true);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    Arrange arrange;

    @Autowired
    Sections sections;

    @Autowired
    MarkDone markDone;

    @Autowired
    ColumnSheet sheet;

    @Autowired
    Library library;

    @Autowired
    Places places;

    @Autowired
    Traces traces;

    @Test
    void posts_stand_in_their_order_and_move_one_by_one_over_sections() {
        var owner = circles.someOwner();
        var editor = speaker(owner.member());
        var column = filled(owner, 3);
        assertThat(order(owner, column)).containsExactly(1L, 2L, 3L);

        arrange.move(editor, column, 3, new Target.Up());
        assertThat(order(owner, column)).containsExactly(1L, 3L, 2L);
        arrange.move(editor, column, 1, new Target.Up());
        assertThat(order(owner, column)).containsExactly(1L, 3L, 2L);

        var first = sections.add(editor, column, "Leaves");
        var second = sections.add(editor, column, "Water");
        arrange.move(editor, column, 2, new Target.Down());
        arrange.move(editor, column, 1, new Target.Into(second, null));
        arrange.move(editor, column, 3, new Target.Into(second, 0L));
        assertThat(contents(owner, column)).containsExactly(List.of(), List.of(2L), List.of(3L, 1L));
        arrange.move(editor, column, 2, new Target.Into(second, 3L));
        assertThat(contents(owner, column)).containsExactly(List.of(), List.of(), List.of(3L, 2L, 1L));
        arrange.move(editor, column, 3, new Target.Up());
        assertThat(contents(owner, column)).containsExactly(List.of(), List.of(3L), List.of(2L, 1L));

        sections.move(editor, column, second, true);
        assertThat(order(owner, column)).containsExactly(2L, 1L, 3L);
        sections.remove(editor, column, second);
        sections.remove(editor, column, first);
        assertThat(order(owner, column)).containsExactly(2L, 1L, 3L);
        arrange.remove(editor, column, 1);
        assertThat(order(owner, column)).containsExactly(2L, 3L);
    }

    @Test
    void a_place_between_two_is_found_however_often_it_was_used() {
        var owner = circles.someOwner();
        var column = filled(owner, 3);

        for (var i = 0; i < 60; i++) {
            arrange.move(speaker(owner.member()), column, i % 2 == 0 ? 3 : 2, new Target.Into(null, 1L));
        }

        assertThat(order(owner, column)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_post_stands_in_several_columns_and_leaves_one_without_the_other() {
        var owner = circles.someOwner();
        var editor = speaker(owner.member());
        var one = filled(owner, 2);
        var other = writeColumn.begin(editor, new ColumnText("Other", null, false, true));
        arrange.add(editor, other, 1, null);
        arrange.add(editor, other, 1, null);

        assertThat(places.of(sees(owner, owner.member()), 1))
                .extracting(PlaceView::name, PlaceView::place, PlaceView::many)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Green tea", 1, 2),
                        org.assertj.core.groups.Tuple.tuple("Other", 1, 1));
        arrange.remove(editor, other, 1);
        assertThat(order(owner, one)).containsExactly(1L, 2L);
        assertThat(order(owner, other)).isEmpty();

        writeColumn.delete(editor, one);
        assertThatThrownBy(() -> order(owner, one)).hasMessage("column.unknown");
        assertThatThrownBy(() -> arrange.add(editor, other, 99, null)).hasMessage("post.unknown");
    }

    @Test
    void ten_who_add_and_move_at_once_leave_every_post_once_in_one_order() throws Exception {
        var owner = circles.someOwner();
        var editor = speaker(owner.member());
        var column = filled(owner, 5);
        for (var i = 0; i < 5; i++) {
            posts.somePost(owner.member());
        }
        var deeds = new ArrayList<Callable<Boolean>>();
        for (var i = 1; i <= 5; i++) {
            var post = i;
            deeds.add(() -> {
                arrange.add(editor, column, post + 5, null);
                return true;
            });
            deeds.add(() -> {
                arrange.move(editor, column, post, new Target.Into(null, 1L));
                return true;
            });
        }

        var attempts = AtOnce.run(deeds);

        assertThat(attempts.done()).hasSize(10);
        assertThat(order(owner, column)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(positions(owner)).doesNotHaveDuplicates().hasSize(10);
    }

    @Autowired
    app.teahouse.kernel.Db db;

    private List<Long> positions(Owner owner) {
        return db.sql("select position from columns.item where circle_id = :circle")
                .with("circle", owner.circle())
                .all((row, n) -> row.getLong(1));
    }

    @Test
    void staff_arrange_all_columns_guest_experts_their_own_and_nobody_else_any() {
        var owner = circles.someOwner();
        var column = filled(owner, 1);
        var draft = writeColumn.begin(speaker(owner.member()), new ColumnText("Draft", null, false, false));
        var admin = circles.someAdmin(owner).member();
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT);
        var volunteer = circles.join(owner, people.someone(), Role.VOLUNTEER);
        var elsewhere = circles.someOwner();

        arrange.move(speaker(admin), column, 1, new Target.Up());
        var own = writeColumn.begin(speaker(expert), new ColumnText("Own", null, false, false));
        writeColumn.change(speaker(expert), own, new ColumnText("My own", null, false, true));
        writeColumn.change(speaker(admin), own, new ColumnText("Ours", null, false, true));
        assertThatThrownBy(() -> arrange.remove(speaker(expert), column, 1)).hasMessage("column.not-yours");
        assertThatThrownBy(() -> writeColumn.begin(speaker(volunteer), COURSE)).hasMessage("column.not-for-you");
        assertThatThrownBy(() -> writeColumn.delete(speaker(volunteer), column)).hasMessage("column.not-yours");
        assertThatThrownBy(() -> writeColumn.delete(speaker(volunteer), draft)).hasMessage("column.unknown");
        assertThatThrownBy(() -> arrange.add(speaker(elsewhere.member()), column, 1, null))
                .hasMessage("column.unknown");
        assertThatThrownBy(() -> sheet.read(sees(owner, volunteer), draft)).hasMessage("column.unknown");
        assertThat(library.published(sees(owner, volunteer)))
                .extracting(card -> card.face().name())
                .containsExactly("Ours", "Green tea");
    }

    @Test
    void what_is_wrong_with_a_column_is_said_beside_its_fields() {
        var owner = circles.someOwner();

        assertThatThrownBy(() ->
                        writeColumn.begin(speaker(owner.member()), new ColumnText(" ", "x".repeat(201), false, false)))
                .hasMessage("field.missing");
    }

    @Test
    void a_part_is_done_by_saying_so_or_by_reading_to_its_end_and_a_course_can_be_finished() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var column = filled(owner, 3);
        assertThat(view(owner, reader, column).next().orElseThrow().number()).isEqualTo(1);

        markDone.done(reader, 1);
        markDone.done(reader, 1);
        traces.position(reader, 2, 970);
        traces.position(reader, 3, 500);
        traces.flush();

        var half = view(owner, reader, column);
        assertThat(half.done()).isEqualTo(2);
        assertThat(half.next().orElseThrow().number()).isEqualTo(3);
        assertThat(half.finished()).isFalse();
        assertThat(view(owner, owner.member(), column).done()).isZero();
        markDone.done(reader, 3);
        assertThat(view(owner, reader, column).finished()).isTrue();
        assertThat(library.published(sees(owner, reader)).getFirst().finished()).isTrue();
        markDone.undo(reader, 3);
        assertThat(view(owner, reader, column).finished()).isFalse();
    }

    @Test
    void what_stands_in_no_course_cannot_be_done() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member());

        markDone.done(reader, 1);

        assertThat(db.sql("select 1 from columns.done where circle_id = :circle")
                        .with("circle", owner.circle())
                        .exists())
                .isFalse();
        assertThatThrownBy(() -> markDone.done(reader, 9)).hasMessage("post.unknown");
    }

    private long filled(Owner owner, int many) {
        var editor = speaker(owner.member());
        var column = writeColumn.begin(editor, COURSE);
        for (var i = 0; i < many; i++) {
            arrange.add(editor, column, posts.somePost(owner.member()), null);
        }
        return column;
    }

    private Speaker speaker(Member member) {
        return circles.speaker(member, Surface.POST);
    }

    private app.teahouse.kernel.Onlooker sees(Owner owner, Member member) {
        return circles.onlooker(owner, member.person());
    }

    private ColumnView view(Owner owner, Member member, long column) {
        return sheet.read(sees(owner, member), column);
    }

    private List<Long> order(Owner owner, long column) {
        return view(owner, owner.member(), column).items().stream()
                .map(ItemView::number)
                .toList();
    }

    private List<List<Long>> contents(Owner owner, long column) {
        return view(owner, owner.member(), column).sections().stream()
                .map(section -> section.items().stream().map(ItemView::number).toList())
                .toList();
    }
}
