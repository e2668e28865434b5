package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.MemberGone;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.OrdersGround;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is removed reads why, what becomes of what they paid, and where they write to the staff; who leaves knows. */
@TeahouseTest
class TellOfRemovalTest extends OrdersGround {
    @Autowired
    SomeCircles someCircles;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    TellOfRemoval tellOfRemoval;

    @Autowired
    Circles circles;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @Test
    void who_paid_reads_why_what_is_kept_and_where_to_write() {
        some.buy(owner, buyer, year);
        removeMember.remove(someCircles.staff(owner), number(buyer), "Advertisements");
        await().untilAsserted(() -> assertThat(told(buyer)).containsExactly("removed"));
        assertThat(letters(buyer)).containsExactly("occasions.letter.removed");
        assertThat(page("/notifications"))
                .contains("You were removed from", "your time there is kept", "Advertisements");
        assertThat(page("/c/" + SomeCircles.slug(owner) + "/letters")).contains("Letters to staff");
    }

    @Test
    void who_was_removed_from_a_hidden_circle_finds_where_to_write() {
        some.buy(owner, buyer, year);
        jdbc.update(
                "update circles.circle set visibility = 'hidden', join_mode = 'invitation' where circle_id = ?",
                owner.circle().value());
        circles.changed(owner.circle());
        removeMember.remove(someCircles.staff(owner), number(buyer), "Advertisements");
        await().untilAsserted(() -> assertThat(told(buyer)).containsExactly("removed"));
        assertThat(letters(buyer)).containsExactly("occasions.letter.removed");
        assertThat(page("/c/" + SomeCircles.slug(owner) + "/letters")).contains("Letters to staff");
    }

    @Test
    void twice_is_as_once_and_removed_again_is_told_again() {
        owner = someCircles.someOwner();
        var member = someCircles.someMember(owner);
        var first = gone(member, Instant.parse("2026-11-23T10:00:00Z"));
        tell(first);
        tell(first);
        assertThat(told(member.person())).containsExactly("removed");
        assertThat(letters(member.person())).hasSize(1);
        tell(gone(member, Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(told(member.person())).hasSize(2);
    }

    @Test
    void who_leaves_is_told_nothing() {
        owner = someCircles.someOwner();
        var member = someCircles.someMember(owner);
        leaveCircle.leave(member);
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select count(*) from kernel.event where circle_id = ? and kind = 'MemberGone'",
                        Long.class,
                        owner.circle().value()))
                .isZero());
        assertThat(told(member.person())).isEmpty();
    }

    private void tell(MemberGone event) {
        transaction.executeWithoutResult(_ -> tellOfRemoval.on(event));
    }

    private MemberGone gone(Member member, Instant at) {
        return new MemberGone(
                owner.circle(),
                member.account(),
                member.standing().number(),
                "Lin",
                new MemberGone.Removed(owner.account(), "Advertisements", at));
    }

    private long number(Person person) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select number from members.membership where circle_id = ? and account_id = ?",
                Long.class,
                owner.circle().value(),
                person.account().value()));
    }

    private List<String> told(Person person) {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ? and kind = 'removed'",
                String.class,
                person.account().value());
    }

    private List<String> letters(Person person) {
        return jdbc.queryForList(
                "select kind from mail.message where recipient = (select email from accounts.account where account_id = ?) and kind like 'occasions.letter.removed%'",
                String.class, person.account().value());
    }

    private String page(String path) {
        var answer = mvc.get().uri(path).cookie(people.cookie(buyer)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
