package app.teahouse.removals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.HideComment;
import app.teahouse.comments.SomeComments;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Words;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.Held;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Members are removed, kept out or not, with or without their words; and all of it is taken back exactly. */
@TeahouseTest
class RemovalsTest {
    @Autowired
    Held held;

    @Autowired
    Remove remove;

    @Autowired
    ChangeBack changeBack;

    @Autowired
    ChooseWords chooseWords;

    @Autowired
    UndoRemoval undoRemoval;

    @Autowired
    HideComment hideComment;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeComments comments;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Owner owner;
    Member member;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
    }

    private RemovalId out(Back back, @Nullable Instant until, Words words) {
        return remove.remove(
                        circles.staff(owner),
                        List.of(member.standing().number()),
                        new Remove.Wish("Advertisements", back, until, words))
                .getFirst();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofDays(10));
    }

    private List<String> states(String table) {
        return jdbc.queryForList(
                table.equals("post")
                        ? "select state from content.post where circle_id = ? and author_id = ? order by post_id"
                        : "select state from comments.comment where circle_id = ? and author_id = ? order by comment_id",
                String.class,
                owner.circle().value(),
                member.account().value());
    }

    private int counter(String column) {
        return Objects.requireNonNull(jdbc.queryForObject(
                column.equals("posts")
                        ? "select post_count from circles.pulse where circle_id = ?"
                        : "select member_count from circles.pulse where circle_id = ?",
                Integer.class,
                owner.circle().value()));
    }

    /** Every way in stands on one of the two: what a door asks before, and what writes the membership. */
    @Test
    void who_is_kept_out_is_told_until_when_and_may_ask_on_that_day() throws Exception {
        var until = soon();
        out(Back.DAY, until, Words.KEEP);

        assertThatThrownBy(() -> circles.join(owner, member.person()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.facts())
                                .containsEntry("ends", "day")
                                .containsKeys("until", "day"))
                .hasMessage("join.barred");
        TestClock.at(
                until,
                () -> assertThat(circles.join(owner, member.person()).standing())
                        .isNotNull());
    }

    @Test
    void staff_lift_it_and_set_it_anew_but_not_for_who_is_back() {
        var id = out(Back.NEVER, null, Words.KEEP);
        changeBack.change(circles.staff(owner), id, Back.ASK, null);
        circles.join(owner, member.person());
        assertThatThrownBy(() -> changeBack.change(circles.staff(owner), id, Back.NEVER, null))
                .hasMessage("removal.not-out");
        assertThatThrownBy(() -> out(Back.DAY, clock.instant().minusSeconds(1), Words.KEEP))
                .hasMessage("removal.day-over");
    }

    @Test
    void their_words_go_and_exactly_those_come_back_with_them() {
        var post = posts.somePost(member);
        posts.somePost(member);
        var hidden = comments.someComment(member, post, "Buy tea bags");
        comments.someComment(member, post, "Buy more tea bags");
        hideComment.takeAway(circles.staff(owner), hidden, "Rule 3");
        var before = counter("posts");

        for (var words : List.of(Words.HIDE, Words.DELETE)) {
            var id = out(Back.NEVER, null, words);
            jobs.run(TakeWords.NAME, clock.instant());
            var gone = words == Words.HIDE ? "hidden" : "deleted";
            assertThat(states("post")).containsExactly(gone, gone);
            assertThat(states("comment")).containsExactly(gone, gone);
            assertThat(counter("posts")).isEqualTo(before - 2);

            undoRemoval.undo(circles.staff(owner), List.of(id));
            jobs.run(TakeWords.NAME, clock.instant());
            assertThat(states("post")).containsExactly("live", "live");
            assertThat(states("comment")).containsExactly("hidden", "live");
            assertThat(counter("posts")).isEqualTo(before);
            assertThat(circles.again(member).standing().number())
                    .isEqualTo(member.standing().number());
        }
        assertThat(counter("members")).isEqualTo(2);
    }

    @Test
    void after_thirty_days_nothing_comes_back_and_what_was_deleted_is_gone() throws Exception {
        posts.somePost(member);
        var id = out(Back.ASK, null, Words.DELETE);
        jobs.run(TakeWords.NAME, clock.instant());
        var late = clock.instant().plus(Duration.ofDays(31));
        TestClock.at(
                late,
                () -> assertThatThrownBy(() -> undoRemoval.undo(circles.staff(owner), List.of(id)))
                        .hasMessage("removal.too-late"));
        TestClock.at(
                late,
                () -> assertThatThrownBy(() -> chooseWords.choose(circles.staff(owner), id, Words.KEEP))
                        .hasMessage("removal.too-late"));
    }

    @Test
    void many_go_at_once_or_none_where_one_is_not_below() {
        var admin = circles.someAdmin(owner);
        var other = circles.someMember(owner);
        var partner = circles.join(owner, people.someone(), Role.PARTNER);
        var wish = Remove.Wish.plain("A flood of ads");
        var all = List.of(
                member.standing().number(),
                other.standing().number(),
                partner.standing().number());
        assertThatThrownBy(() -> remove.remove(admin, all, wish)).hasMessage("role.not-above");
        assertThat(circles.again(member)).isNotNull();

        var ids = remove.remove(admin, all.subList(0, 2), wish);
        assertThat(ids).hasSize(2);
        assertThat(counter("members")).isEqualTo(3);
        undoRemoval.undo(admin, ids);
        undoRemoval.undo(admin, ids);
        assertThat(counter("members")).isEqualTo(5);
    }

    @Test
    void what_was_done_to_an_equal_is_not_theirs_to_take_back() {
        var admin = circles.someAdmin(owner);
        var other = circles.someAdmin(owner);
        var id = remove.remove(
                        circles.staff(owner),
                        List.of(other.member().standing().number()),
                        Remove.Wish.plain("Shouting"))
                .getFirst();
        assertThatThrownBy(() -> undoRemoval.undo(admin, List.of(id))).hasMessage("role.not-above");
        assertThatThrownBy(() -> changeBack.change(admin, id, Back.NEVER, null)).hasMessage("role.not-above");
        undoRemoval.undo(circles.staff(owner), List.of(id));
        assertThat(circles.again(other.member()).role()).isEqualTo(Role.ADMIN);
    }

    /** Without the condition in the statement that lets them in again, somebody is in who is kept out. */
    @Test
    void of_coming_back_and_being_kept_out_at_once_one_is_refused() throws Exception {
        for (var i = 0; i < 10; i++) {
            var id = out(Back.ASK, null, Words.KEEP);
            var both = AtOnce.run(List.<Callable<String>>of(
                    () -> {
                        circles.join(owner, member.person());
                        return "in";
                    },
                    () -> {
                        changeBack.change(circles.staff(owner), id, Back.NEVER, null);
                        return "out";
                    }));
            assertThat(both.done()).hasSize(1);
            if (both.done().contains("out")) {
                changeBack.change(circles.staff(owner), id, Back.ASK, null);
                circles.join(owner, member.person());
            }
        }
    }

    /** Without the row held while words are taken, a step takes words that were brought back already. */
    @Test
    void who_takes_it_back_while_the_job_works_has_all_words_back() throws Exception {
        for (var i = 0; i < 60; i++) {
            posts.somePost(member, "Ad " + i, "Buy tea bags.");
        }
        for (var i = 0; i < 6; i++) {
            var id = out(Back.ASK, null, Words.HIDE);
            var actions = new ArrayList<Callable<String>>();
            for (var j = 0; j < 2; j++) {
                actions.add(() -> {
                    jobs.run(TakeWords.NAME, clock.instant());
                    return "job";
                });
            }
            actions.add(() -> {
                undoRemoval.undo(circles.staff(owner), List.of(id));
                return "undone";
            });
            assertThat(AtOnce.run(actions).refused()).isEmpty();
            jobs.run(TakeWords.NAME, clock.instant());
            assertThat(states("post")).hasSize(60).containsOnly("live");
        }
    }

    /** Without the rows held, both remove and count. */
    @Test
    void of_two_staff_who_remove_somebody_at_once_one_does() throws Exception {
        var admin = circles.someAdmin(owner);
        var staff = circles.staff(owner);
        var numbers = List.of(member.standing().number());
        assertThat(held.then(
                        () -> remove.remove(admin, numbers, Remove.Wish.plain("One")),
                        () -> remove.remove(staff, numbers, Remove.Wish.plain("Two"))))
                .isEqualTo("member.unknown");
        assertThat(counter("members")).isEqualTo(2);
    }
}
