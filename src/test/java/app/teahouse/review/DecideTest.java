package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Surface;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is reported waits in one queue, once, until one of the staff decides. */
@TeahouseTest
@Tag("database15")
class DecideTest extends DecideGround {
    @Autowired
    Reverse reverse;

    @Autowired
    Look look;

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
    void what_changed_something_can_be_taken_back_for_thirty_days() {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        var hidden = new Item.Decision(Fate.HIDE, Measure.NONE, "", null, at, null, null, null);
        var kept = new Item.Decision(Fate.KEEP, Measure.NONE, "", null, at, null, null, null);
        assertThat(hidden.isReversible(at.plus(Duration.ofDays(30)))).isTrue();
        assertThat(hidden.isReversible(at.plus(Duration.ofDays(30)).plusSeconds(1)))
                .isFalse();
        assertThat(kept.isReversible(at)).isFalse();
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
