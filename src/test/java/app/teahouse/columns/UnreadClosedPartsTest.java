package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.guard.ChangeReading;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Speaker;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Unread is what can be read: a part that is closed to somebody does not wait for them. */
@TeahouseTest
class UnreadClosedPartsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    SetOpening setOpening;

    @Autowired
    MarkDone markDone;

    @Autowired
    ChangeReading changeReading;

    @Autowired
    Library library;

    @Autowired
    ColumnSheet sheet;

    @Autowired
    Traces traces;

    @Autowired
    Gate gate;

    @Autowired
    Db db;

    private Owner owner;
    private Speaker speaker;
    private Member reader;
    private long column;

    /** Two courses of the same four posts' circle; the second holds the last of them only. */
    @BeforeEach
    void a_course() {
        owner = circles.someOwner();
        speaker = posts.speaker(owner.member());
        reader = circles.someMember(owner);
        for (var i = 1; i <= 4; i++) {
            posts.somePost(owner.member(), "Part " + i, "Words.");
        }
        column = columns.published(owner.member(), "Green tea", true, 1, 2, 3, 4);
    }

    private int unread(Member member) {
        var onlooker = gate.onlooker(member);
        var card = library.published(onlooker).stream()
                .filter(one -> one.face().number() == column)
                .findFirst()
                .orElseThrow();
        assertThat(sheet.read(onlooker, column).unread()).isEqualTo(card.unread());
        assertThat(card.items()).isEqualTo(4);
        return card.unread();
    }

    @Test
    void a_part_counts_once_it_is_open() {
        assertThat(unread(reader)).isEqualTo(4);
        setOpening.part(speaker, column, 2, new Opening.AfterJoining(9));
        setOpening.part(speaker, column, 3, new Opening.OnDay(LocalDate.of(2099, 1, 1)));
        setOpening.part(speaker, column, 4, new Opening.AfterBefore());
        assertThat(unread(reader)).isEqualTo(1);

        setOpening.part(speaker, column, 3, new Opening.OnDay(LocalDate.of(2020, 1, 1)));
        assertThat(unread(reader)).isEqualTo(2);
        markDone.done(reader, 3);
        assertThat(unread(reader)).as("one is done, the next has opened").isEqualTo(2);
        traces.opened(reader, 4);
        traces.flush();
        assertThat(unread(reader)).isEqualTo(1);
    }

    @Test
    void a_part_that_another_column_opens_counts_in_both() {
        setOpening.column(speaker, column, new Opening.AfterJoining(9));
        assertThat(unread(reader)).isZero();
        columns.published(owner.member(), "All at once", false, 4);
        assertThat(unread(reader)).isEqualTo(1);
        assertThat(library.published(gate.onlooker(reader)))
                .extracting(ColumnCard::unread)
                .containsExactly(1, 1);
    }

    @Test
    void what_newcomers_may_not_read_yet_does_not_count_but_for_what_is_pinned() {
        changeReading.change(circles.partner(owner), new ChangeReading.Asked(false, true, 30, 1));
        db.sql(
                        "update content.post set published_at = published_at - interval '9 days' where circle_id = :circle and number < 4")
                .with("circle", owner.circle())
                .run();
        var newcomer = circles.someMember(owner);
        assertThat(unread(newcomer)).isEqualTo(1);
        db.sql("update content.post set pinned_order = 1 where circle_id = :circle and number = 2")
                .with("circle", owner.circle())
                .run();
        assertThat(unread(newcomer)).isEqualTo(2);
        assertThat(unread(reader)).as("who was here before").isEqualTo(4);
    }

    @Test
    void the_staff_and_a_stranger_are_not_asked_about() {
        setOpening.column(speaker, column, new Opening.AfterJoining(9));
        assertThat(unread(circles.someAdmin(owner).member())).isEqualTo(4);
        assertThat(library.published(circles.onlooker(owner, someone.someone()))
                        .getFirst()
                        .unread())
                .isZero();
    }

    @Autowired
    app.teahouse.accounts.SomePeople someone;

    /** The guard asks the room that closes parts once for the whole library. */
    @Test
    void a_library_is_one_statement_and_one_more_where_something_is_closed() {
        for (var i = 0; i < 5; i++) {
            columns.published(owner.member(), "Column " + i, true, 1, 2, 3, 4);
        }
        var onlooker = gate.onlooker(reader);
        assertThat(statements(() -> library.published(onlooker))).isEqualTo(1);
        for (var number = 1; number <= 6; number++) {
            setOpening.column(speaker, number, new Opening.AfterJoining(9));
        }
        assertThat(statements(() -> library.published(onlooker))).isEqualTo(2);
    }

    private static int statements(Runnable read) {
        Db.countFrom0();
        read.run();
        return Db.statements();
    }
}
