package app.teahouse.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Surface;
import app.teahouse.members.ChangeProfile;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What rules find is marked, held, sent back or refused, and only once. */
@TeahouseTest
class ScreenTest extends ScreenGround {
    @Autowired
    ChangeProfile changeProfile;

    @Autowired
    ArrangeMemberTags arrangeMemberTags;

    @Autowired
    GiveTags giveTags;

    @Autowired
    RefusedHits refusedHits;

    @Autowired
    SettleHits settleHits;

    @Autowired
    Clock clock;

    @Test
    void who_wears_a_spared_tag_is_not_looked_at() {
        var owner = circles.someOwner();
        var trusted = circles.someMember(owner);
        var other = circles.someMember(owner);
        var staff = circles.staff(owner);
        var tag = arrangeMemberTags.make(
                staff, new ArrangeMemberTags.Wish(Grouping.CUSTOM, "Trust", "Trusted", "jade", ""));
        giveTags.change(staff, List.of(trusted.standing().number()), List.of(tag), List.of());
        var asked = wish(RuleKind.WORDS, Verdict.HOLD, List.of("casino"), 0, 0);
        var partner = circles.partner(owner);
        var id = writeRule.make(
                partner,
                new RuleWish(
                        asked.name(),
                        asked.kind(),
                        asked.verdict(),
                        "",
                        asked.matters(),
                        asked.spares(),
                        asked.words(),
                        List.of(),
                        List.of(),
                        false,
                        0,
                        0,
                        List.of(tag)));
        writeRule.turn(partner, id, true);

        assertThat(posts.write(trusted, "", "Come to my casino", List.of(), null)
                        .held())
                .isFalse();
        assertThat(posts.write(other, "", "Come to my casino", List.of(), null).held())
                .isTrue();
        giveTags.change(staff, List.of(trusted.standing().number()), List.of(), List.of(tag));
        assertThat(posts.write(trusted, "", "Come to that casino", List.of(), null)
                        .held())
                .isTrue();
    }

    @Test
    void who_is_asked_to_change_their_words_is_told_which_and_the_hit_is_kept() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var rule = rule(owner, RuleKind.WORDS, Verdict.ASK, List.of("赌场"), 0, 0);

        assertThatThrownBy(() -> posts.write(member, "", "来我的賭 場玩", List.of(), null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("screening.words");
                    assertThat(refusal.faults().getFirst().field()).isEqualTo("text");
                    assertThat(refusal.facts()).containsEntry("found", "賭 場");
                });
        assertThat(hitList.page(owner.circle(), "tea", rule, null).items()).isEmpty();
        // A flood beside it may stand before it, or be on its way with it.
        await().untilAsserted(() -> {
            refusedHits.step(clock.instant());
            assertThat(hitList.page(owner.circle(), "tea", rule, null).items())
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.url()).isNull());
        });
    }

    @Test
    void a_profile_is_looked_at_too_and_cannot_wait() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        rule(owner, RuleKind.LINKS, Verdict.BLOCK, List.of("example.com"), 0, 0);
        var held = rule(owner, RuleKind.CONTACTS, Verdict.HOLD, List.of(), 0, 0);
        var speaker = gate.speaker(member, Surface.PROFILE);

        assertThatThrownBy(() -> changeProfile.change(
                        speaker, new ChangeProfile.ProfileText("Tea", null, "See www.example.com")))
                .hasMessage("screening.blocked");
        changeProfile.change(speaker, new ChangeProfile.ProfileText("vx abc12345", null, null));
        assertThat(hitList.page(owner.circle(), "tea", held, null).items()).hasSize(1);
    }

    @Test
    void what_staff_let_through_is_not_found_again_in_the_same_words() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var rule = rule(owner, RuleKind.WORDS, Verdict.HOLD, List.of("casino"), 0, 0);
        var held = posts.write(member, "", "The casino in the film", List.of(), null);
        settleHits.on(
                new Settled(owner.circle(), Matter.POST, held.id().value(), owner.account(), false, clock.instant()));
        assertThat(hitList.counts(owner.circle())).containsEntry(rule, new HitList.Counts(1, 0, 1));
    }
}
