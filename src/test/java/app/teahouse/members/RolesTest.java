package app.teahouse.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.ChangeProfile.ProfileText;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Roles, removal, leaving, coming back, and the circle handed over. */
@TeahouseTest
class RolesTest {
    @Autowired
    ChangeRole changeRole;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    HandOver handOver;

    @Autowired
    ChangeProfile changeProfile;

    @Autowired
    Members members;

    @Autowired
    Gate gate;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    JdbcTemplate jdbc;

    private Staff staff(Owner owner, Role role) {
        var person = people.someone();
        circles.join(owner, person, role);
        return gate.staff(new Visitor(person), SomeCircles.slug(owner));
    }

    @Test
    void nobody_acts_on_a_role_equal_to_or_above_their_own_or_gives_such_a_one() {
        var owner = circles.someOwner();
        for (var actor : new Role[] {Role.ADMIN, Role.PARTNER}) {
            var staff = staff(owner, actor);
            for (var target : Role.values()) {
                for (var wished : Role.values()) {
                    if (target == Role.OWNER) {
                        continue;
                    }
                    var member = circles.join(owner, people.someone(), target);
                    var number = member.standing().number();
                    if (actor.isAbove(target) && actor.isAbove(wished)) {
                        changeRole.change(staff, number, wished);
                        assertThat(circles.again(member).role()).isEqualTo(wished);
                    } else {
                        assertThatThrownBy(() -> changeRole.change(staff, number, wished))
                                .as(actor + " makes " + target + " " + wished)
                                .hasMessage("role.not-above");
                    }
                }
            }
            assertThatThrownBy(() -> changeRole.change(staff, 1, Role.MEMBER)).hasMessage("role.not-above");
        }
    }

    @Test
    void an_owner_is_made_by_handing_over_only() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        assertThatThrownBy(() -> changeRole.change(
                        circles.staff(owner), member.standing().number(), Role.OWNER))
                .hasMessage("role.not-above");
    }

    /** The proof in hand says admin; the role is read anew under a lock. */
    @Test
    void who_lost_a_role_meanwhile_cannot_use_it_any_more() {
        var owner = circles.someOwner();
        var admin = staff(owner, Role.ADMIN);
        var member = circles.someMember(owner);
        changeRole.change(circles.staff(owner), admin.member().standing().number(), Role.MEMBER);
        assertThatThrownBy(() -> removeMember.remove(admin, member.standing().number(), "Late"))
                .hasMessage("role.not-above");
    }

    @Test
    void a_removed_member_is_out_at_once_and_the_count_goes_down() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        removeMember.remove(circles.staff(owner), member.standing().number(), "Sold tea bags");

        assertThatThrownBy(() -> circles.again(member)).hasMessage("circle.members-only");
        assertThat(count(owner)).isEqualTo(1);
        assertThat(members.card(owner.circle(), member.account()).orElseThrow().active())
                .isFalse();
        assertThatThrownBy(() -> removeMember.remove(
                        circles.staff(owner), member.standing().number(), "Twice"))
                .hasMessage("member.unknown");
    }

    @Test
    void who_leaves_and_comes_back_has_the_same_number() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        leaveCircle.leave(member);
        leaveCircle.leave(member);
        assertThat(count(owner)).isEqualTo(1);
        circles.someMember(owner);

        var again = circles.join(owner, member.person());
        assertThat(again.standing().number()).isEqualTo(2);
        assertThat(count(owner)).isEqualTo(3);
        assertThatThrownBy(() -> leaveCircle.leave(owner.member())).hasMessage("member.owner-stays");
    }

    private long count(Owner owner) {
        var count = jdbc.queryForObject(
                "select member_count from circles.pulse where circle_id = ?",
                Long.class,
                owner.circle().value());
        return count == null ? -1 : count;
    }

    @Test
    void a_circle_is_handed_over_once_the_other_accepts() {
        var owner = circles.someOwner();
        var heir = circles.someMember(owner);
        var other = circles.someMember(owner);
        handOver.offer(owner, heir.standing().number());
        assertThatThrownBy(() -> handOver.accept(other)).hasMessage("handover.gone");
        assertThat(circles.again(heir).role()).isEqualTo(Role.MEMBER);

        handOver.accept(heir);

        assertThat(circles.again(heir).role()).isEqualTo(Role.OWNER);
        assertThat(circles.again(owner.member()).role()).isEqualTo(Role.PARTNER);
        assertThatThrownBy(() -> gate.owner(new Visitor(owner.member().person()), SomeCircles.slug(owner)))
                .hasMessage("circle.owner-only");
        assertThatThrownBy(() -> handOver.accept(heir)).hasMessage("handover.gone");
    }

    /** Without the row's deletion under its condition, both accept and the second fails on the index of one owner, or worse. */
    @Test
    void of_two_who_accept_one_offer_at_once_one_becomes_the_owner() throws Exception {
        var owner = circles.someOwner();
        var heir = circles.someMember(owner);
        handOver.offer(owner, heir.standing().number());

        var attempts = AtOnce.run(4, () -> {
            handOver.accept(heir);
            return heir.account();
        });

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(3).containsOnly("handover.gone");
        assertThat(members.staff(owner.circle(), 10).getFirst().account()).isEqualTo(heir.account());
    }

    @Test
    void an_offer_can_be_declined_or_withdrawn() {
        var owner = circles.someOwner();
        var heir = circles.someMember(owner);
        handOver.offer(owner, heir.standing().number());
        handOver.decline(heir);
        assertThatThrownBy(() -> handOver.accept(heir)).hasMessage("handover.gone");
        handOver.offer(owner, heir.standing().number());
        handOver.withdraw(owner);
        assertThatThrownBy(() -> handOver.accept(heir)).hasMessage("handover.gone");
    }

    @Test
    void a_member_appears_as_they_like_and_follows_the_account_otherwise() {
        var owner = circles.someOwner();
        var member = circles.join(owner, people.someone("Lu Yu"));
        changeProfile.change(speaker(member), new ProfileText("陆羽", null, "Wrote a book on tea."));
        assertThat(circles.again(member).standing().alias()).isEqualTo("陆羽");
        assertThat(members.named(owner.circle(), java.util.List.of("陆羽", "2", "nobody")))
                .containsOnlyKeys("陆羽", "2");

        changeProfile.change(speaker(member), new ProfileText(null, null, null));
        assertThat(circles.again(member).standing().alias()).isEqualTo("Lu Yu");
        assertThatThrownBy(() -> changeProfile.change(
                        speaker(member), new ProfileText("x".repeat(41), "https://example.org/a.png", null)))
                .hasMessage("field.too-long");
    }

    private app.teahouse.kernel.Speaker speaker(Member member) {
        return circles.speaker(member, Surface.PROFILE);
    }
}
