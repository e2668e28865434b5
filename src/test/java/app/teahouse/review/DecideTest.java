package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Held;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.reports.SomeReports;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is reported waits in one queue, once, until one of the staff decides. */
@TeahouseTest
@Tag("database15")
class DecideTest {
    @Autowired
    Decide decide;

    @Autowired
    Reverse reverse;

    @Autowired
    Look look;

    @Autowired
    QueueSheet queueSheet;

    @Autowired
    ItemSheet itemSheet;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeReports reports;

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;
    Staff staff;
    Member writer;
    long number;

    @BeforeEach
    void aPostOfAMember() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        writer = circles.someMember(owner);
        number = posts.somePost(writer, "Shoes", "Cheap shoes here");
    }

    private void report(Member reporter) {
        reports.post(reporter, number, "spam");
    }

    private List<QueueRow> waiting(String show) {
        return queueSheet.page(staff, show, null, 30).items();
    }

    /** Events come a moment later. */
    private ItemId item(int reports) {
        await().untilAsserted(() -> assertThat(waiting("reported"))
                .singleElement()
                .extracting(QueueRow::reports)
                .isEqualTo(reports));
        return new ItemId(Ids.parse(waiting("reported").getFirst().key()));
    }

    private ItemId reported() {
        report(circles.someMember(owner));
        return item(1);
    }

    private Item now(ItemId id) {
        return itemSheet.one(staff, id).item();
    }

    private void decide(ItemId id, Fate fate, Measure measure, @Nullable Integer days) {
        decide.decide(staff, id, new Choice(now(id).turn(), fate, measure, days, "Rule 3"));
    }

    private String state() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select state from content.post where circle_id = ? and number = ?",
                String.class,
                owner.circle().value(),
                number));
    }

    private List<String> told(Member whom) {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ?",
                String.class,
                whom.account().value());
    }

    @Test
    void a_thing_waits_once_however_many_report_it_and_nobody_counts_twice() {
        var first = circles.someMember(owner);
        report(first);
        report(first);
        report(circles.someMember(owner));
        report(circles.someMember(owner));

        var id = item(3);
        assertThat(now(id).risk())
                .as("three reporters, and a writer who just came")
                .isEqualTo(3);
        assertThat(itemSheet.one(staff, id).reports()).hasSize(3);
    }

    @Test
    void of_ten_who_decide_at_once_one_decides() throws Exception {
        var id = reported();
        var turn = now(id).turn();
        var admins = List.of(circles.someAdmin(owner), circles.someAdmin(owner));
        var attempts = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 10; i++) {
            var who = admins.get(i % 2);
            attempts.add(() -> {
                decide.decide(who, id, new Choice(turn, Fate.KEEP, Measure.WARN, null, "Rule 3"));
                return true;
            });
        }
        var all = AtOnce.run(attempts);

        assertThat(all.done()).hasSize(1);
        assertThat(all.refused()).hasSize(9).containsOnly("review.decided");
        assertThat(jdbc.queryForObject(
                        "select count(*) from strikes.strike where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(1);
    }

    @Test
    void who_is_asked_for_a_change_changes_it_and_it_waits_again() {
        var id = reported();
        decide(id, Fate.ASK, Measure.NONE, null);
        assertThat(state()).isEqualTo("hidden");
        assertThat(waiting("all")).isEmpty();
        assertThat(waiting("asked")).hasSize(1);
        await().untilAsserted(() -> assertThat(told(writer)).contains("edit_asked"));

        posts.edit(writer, number, "Shoes that I made");
        await().untilAsserted(() -> assertThat(waiting("all"))
                .singleElement()
                .extracting(QueueRow::mended)
                .isEqualTo(true));
        assertThatThrownBy(() -> decide.decide(staff, id, new Choice(2, Fate.DELETE, Measure.NONE, null, "Rule 3")))
                .as("who saw it before it was changed")
                .hasMessage("review.decided");
        decide(id, Fate.KEEP, Measure.NONE, null);
        assertThat(state()).isEqualTo("live");
    }

    @Test
    void who_is_muted_has_a_strike_and_reads_on_and_all_of_it_can_be_taken_back() {
        var reporter = circles.someMember(owner);
        report(reporter);
        var id = item(1);
        decide(id, Fate.HIDE, Measure.MUTE, 7);

        assertThat(state()).isEqualTo("hidden");
        assertThat(circles.again(writer).standing().maySpeak(Surface.COMMENT)).isFalse();
        assertThat(itemSheet.one(staff, id).strikes()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(told(writer)).contains("words_hidden", "warned", "muted"));
        await().untilAsserted(() -> assertThat(told(reporter)).contains("report_settled"));

        reverse.reverse(staff, id);
        assertThat(state()).isEqualTo("live");
        assertThat(circles.again(writer).standing().maySpeak(Surface.COMMENT)).isTrue();
        assertThat(itemSheet.one(staff, id).strikes()).isZero();
        assertThatThrownBy(() -> reverse.reverse(staff, id)).hasMessage("review.not-decided");
    }

    @Test
    void what_was_kept_waits_anew_only_when_somebody_else_reports_it() {
        var reporter = circles.someMember(owner);
        report(reporter);
        decide(item(1), Fate.KEEP, Measure.NONE, null);
        report(reporter);
        report(circles.someMember(owner));

        item(1);
    }

    @Test
    void who_is_removed_is_gone_and_a_deleted_post_too() {
        decide(reported(), Fate.DELETE, Measure.REMOVE, null);
        assertThat(state()).isEqualTo("deleted");
        assertThatThrownBy(() -> circles.again(writer)).hasMessage("circle.members-only");
    }

    @Test
    void what_rules_held_waits_as_pressing_as_they_say_and_comes_out_when_it_is_kept() {
        transaction.executeWithoutResult(_ -> {
            var post = jdbc.queryForObject(
                    "update content.post set state = 'held', held_at = now() where circle_id = ? and number = ? returning post_id",
                    UUID.class,
                    owner.circle().value(),
                    number);
            events.publish(new Held(
                    owner.circle(),
                    Matter.POST,
                    Objects.requireNonNull(post),
                    writer.account(),
                    List.of(UUID.randomUUID()),
                    2,
                    clock.instant()));
        });
        await().untilAsserted(() -> assertThat(waiting("held")).hasSize(1));
        var row = waiting("held").getFirst();
        assertThat(row.risk()).as("and its writer just came").isEqualTo(3);
        decide(new ItemId(Ids.parse(row.key())), Fate.KEEP, Measure.NONE, null);
        assertThat(state()).isEqualTo("live");
        assertThat(waiting("all")).isEmpty();
    }

    /** What was held before anybody could read it has no number yet. */
    @Test
    void who_wrote_what_is_held_is_muted_where_it_is_decided() {
        var post = Objects.requireNonNull(transaction.execute(_ -> {
            var id = jdbc.queryForObject(
                    "update content.post set state = 'held', held_at = now(), number = null, published_at = null where circle_id = ? and number = ? returning post_id",
                    UUID.class,
                    owner.circle().value(),
                    number);
            events.publish(new Held(
                    owner.circle(),
                    Matter.POST,
                    Objects.requireNonNull(id),
                    writer.account(),
                    List.of(UUID.randomUUID()),
                    2,
                    clock.instant()));
            return id;
        }));
        await().untilAsserted(() -> assertThat(waiting("held")).hasSize(1));
        decide(new ItemId(Ids.parse(waiting("held").getFirst().key())), Fate.HIDE, Measure.MUTE, 7);
        assertThat(circles.again(writer).standing().maySpeak(Surface.COMMENT)).isFalse();
        assertThat(jdbc.queryForObject("select state from content.post where post_id = ?", String.class, post))
                .isEqualTo("hidden");
    }

    @Test
    void who_saw_the_words_of_before_decides_nothing_about_the_new_ones() {
        var id = reported();
        posts.edit(writer, number, "Shoes that I made");
        await().untilAsserted(() -> assertThat(now(id).turn()).isEqualTo(2));
        assertThatThrownBy(() -> decide.decide(staff, id, new Choice(1, Fate.KEEP, Measure.NONE, null, "")))
                .hasMessage("review.decided");
    }

    @Test
    void a_colleague_is_seen_looking_for_two_minutes_and_hinders_nobody() {
        var id = reported();
        var admin = circles.someAdmin(owner);
        assertThat(look.at(admin, id)).isEmpty();
        assertThat(look.at(staff, id)).contains(admin.member().standing().alias());
        assertThat(waiting("all").getFirst().looking())
                .isEqualTo(admin.member().standing().alias());
        decide(id, Fate.KEEP, Measure.NONE, null);
    }

    @Test
    void what_is_an_admins_admins_neither_see_nor_decide_and_nobody_their_own() {
        var admin = circles.someAdmin(owner);
        var other = circles.someAdmin(owner);
        number = posts.somePost(admin.member(), "Mine", "Mine");
        var id = reported();
        for (var who : List.of(admin, other)) {
            assertThat(queueSheet.page(who, "all", null, 30).items()).isEmpty();
            assertThatThrownBy(() -> itemSheet.one(who, id)).hasMessage("review.unknown");
            assertThatThrownBy(() -> decide.decide(who, id, new Choice(1, Fate.KEEP, Measure.NONE, null, "")))
                    .hasMessage("review.unknown");
        }
        decide(id, Fate.HIDE, Measure.WARN, null);
    }

    @Test
    void a_member_is_no_words_and_a_reason_is_needed_for_all_that_changes_something() {
        reports.member(circles.someMember(owner), writer, "abuse");
        var id = item(1);
        assertThatThrownBy(() -> decide(id, Fate.HIDE, Measure.NONE, null)).hasMessage("review.no-words");
        assertThatThrownBy(() -> decide.decide(staff, id, new Choice(1, Fate.KEEP, Measure.WARN, null, " ")))
                .hasMessage("field.missing");
        decide(id, Fate.KEEP, Measure.WARN, null);
        assertThat(now(id).isDecided()).isTrue();
    }
}
