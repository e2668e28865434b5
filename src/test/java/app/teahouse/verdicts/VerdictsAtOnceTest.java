package app.teahouse.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.circles.Circle;
import app.teahouse.endings.DeleteCircle;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Enrol;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.Held;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of decisions that meet each other or an owner's, one holds, and money goes once. */
@TeahouseTest
class VerdictsAtOnceTest extends VerdictGround {
    @Autowired
    Held held;

    @Autowired
    DeleteCircle deleteCircle;

    @Autowired
    Enrol enrol;

    @Test
    void of_many_operators_at_once_one_freezes_and_nobody_speaks_joins_or_is_paid_out() throws Exception {
        var payout = payout();
        var all = AtOnce.run(8, () -> make(Verdict.Kind.FROZEN, null));
        assertThat(all.done()).hasSize(1);
        assertThat(all.refused()).hasSize(7).containsOnly("circle.halted");

        assertThat(circle().state()).isEqualTo(Circle.State.FROZEN);
        var again = circles.again(member);
        assertThatThrownBy(() -> gate.speaker(again, Surface.POST)).hasMessage("circle.frozen");
        var newcomer = people.someone("Late");
        assertThatThrownBy(() ->
                        transaction.execute(_ -> enrol.enrol(owner.circle(), newcomer.account(), Role.MEMBER, 0, null)))
                .hasMessage("circle.frozen");
        assertThat(page("/c/" + SomeCircles.slug(owner), member.person())).contains("froze this circle");
        browser.post()
                .uri("/site/money/payouts/batches")
                .cookie(people.cookie(desk))
                .with(csrf())
                .exchange();
        assertThat(state(payout)).isEqualTo("waiting");

        endVerdict.end(operator, owner.circle(), all.done().getFirst(), "All real", false);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        browser.post()
                .uri("/site/money/payouts/batches")
                .cookie(people.cookie(desk))
                .with(csrf())
                .exchange();
        assertThat(state(payout)).isEqualTo("sent");
        assertThat(page(
                        "/c/" + SomeCircles.slug(owner) + "/manage/log",
                        owner.member().person()))
                .contains("froze the circle", "Fakes", "lifted the freeze", "All real");
        assertThat(page("/site/log", desk)).contains("frozen", "Fakes");
    }

    @Test
    void what_a_closed_circle_asked_for_is_held_until_an_operator_lets_it_go_once() throws Exception {
        var payout = payout();
        make(Verdict.Kind.FROZEN, null);
        make(Verdict.Kind.CLOSED, 30);
        desk("/site/money/payouts/batches");
        assertThat(state(payout)).isEqualTo("waiting");
        assertThat(page("/site/money/payouts", desk)).contains("Held", "Release");

        var there = "/site/money/payouts/" + owner.circle().value() + "/" + payout + "/release";
        var all = AtOnce.run(6, () -> desk(there));
        assertThat(all.done().stream().filter(status -> status == 303)).hasSize(1);
        assertThat(all.done().stream().filter(status -> status == 409)).hasSize(5);
        desk("/site/money/payouts/batches");
        assertThat(state(payout)).isEqualTo("sent");
    }

    @Test
    void an_owner_who_deletes_a_circle_is_not_quicker_than_the_operator_who_closes_it() {
        deleteCircle.delete(owner);
        var id = make(Verdict.Kind.CLOSED, 30);
        assertThatThrownBy(() -> deleteCircle.keep(owner)).hasMessage("circle.not-deleting");
        assertThatThrownBy(() -> make(Verdict.Kind.CLOSED, 30)).hasMessage("circle.halted");

        endVerdict.end(operator, owner.circle(), id, "A mistake", false);
        assertThat(circle().state()).isEqualTo(Circle.State.DELETING);
        assertThat(circle().deleteAt()).isAfter(Instant.now().plus(Duration.ofDays(13)));
        deleteCircle.keep(owner);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
    }

    @Test
    void what_waited_before_it_was_kept_out_of_discover_waits_again_once_the_last_decision_is_taken_back()
            throws Exception {
        jdbc.update(
                "update circles.circle set listing = 'waiting' where circle_id = ?",
                owner.circle().value());
        var two = List.of(make(Verdict.Kind.UNLISTED, null), make(Verdict.Kind.UNLISTED, null));
        var next = new AtomicInteger();
        AtOnce.run(2, () -> {
            endVerdict.end(operator, owner.circle(), two.get(next.getAndIncrement()), "A mistake", false);
            return true;
        });
        assertThat(circle().listing()).isEqualTo(Circle.Listing.WAITING);
        var third = make(Verdict.Kind.UNLISTED, null);
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);
        endVerdict.end(operator, owner.circle(), third, "A mistake", false);
        assertThat(page(
                        "/c/" + SomeCircles.slug(owner) + "/manage/log",
                        owner.member().person()))
                .contains("it stands there as it did before");
    }

    /** The end waits for the circle's row, and reads only then which others hold. */
    @Test
    void a_decision_that_ends_while_another_is_made_leaves_the_circle_out() throws Exception {
        var first = make(Verdict.Kind.UNLISTED, null);
        assertThat(held.then(() -> make(Verdict.Kind.UNLISTED, null), () -> {
                    endVerdict.end(operator, owner.circle(), first, "A mistake", false);
                    return first;
                }))
                .isEmpty();
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);

        var listing = "/site/circles/" + owner.circle().value() + "/listing";
        assertThat(desk(listing)).isEqualTo(409);
        assertThat(circle().listing()).isEqualTo(Circle.Listing.REFUSED);
        assertThat(page("/site/circles?q=" + SomeCircles.slug(owner), desk)).contains("keeps this circle out");
    }
}
