package app.teahouse.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.questions.Replies;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an applicant sees of their own applications. */
@TeahouseTest
class MyApplicationsTest {
    @Autowired
    JoinCircle joinCircle;

    @Autowired
    DecideApplications decide;

    @Autowired
    ApplicationQueue queue;

    @Autowired
    LeaveApplications leaveApplications;

    @Autowired
    MyApplications myApplications;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    MockMvcTester mvc;

    @Test
    void an_application_stands_in_ones_own_corner_until_it_is_taken_back() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var person = people.someone();
        apply(owner, person);
        var cookie = people.cookie(person);
        var withdrawal = "/me/applications/" + owner.circle().value() + "/withdrawal";

        assertThat(mvc.get().uri("/me").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("/c/" + SomeCircles.slug(owner) + "/about", withdrawal);
        assertThat(mvc.post().uri(withdrawal).cookie(cookie).with(csrf())).hasStatus(303);

        assertThat(mvc.get().uri("/me").cookie(cookie)).bodyText().doesNotContain(withdrawal);
        assertThat(waiting(owner)).isEmpty();
    }

    @Test
    void a_decision_ends_the_waiting_on_both_sides() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var one = people.someone();
        var other = people.someone();
        apply(owner, one);
        apply(owner, other);
        var ids = waiting(owner);

        decide.approve(circles.staff(owner), ids.subList(0, 1));
        decide.decline(circles.staff(owner), ids.subList(1, 2), "");

        assertThat(myApplications.of(one)).isEmpty();
        assertThat(myApplications.of(other)).isEmpty();
    }

    @Test
    void programs_read_and_take_back_too() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var person = people.someone();
        apply(owner, person);
        var bearer = "Bearer " + tokens.some(person, "read", "write");

        assertThat(mvc.get().uri("/api/v1/applications").header("Authorization", bearer))
                .hasStatusOk()
                .bodyText()
                .contains(SomeCircles.slug(owner));
        assertThat(mvc.delete()
                        .uri("/api/v1/applications/" + owner.circle().value())
                        .header("Authorization", bearer))
                .hasStatus(204);
        assertThat(myApplications.of(person)).isEmpty();
    }

    @Test
    void who_deletes_their_account_waits_no_more() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var person = people.someone();
        apply(owner, person);

        assertThat(leaveApplications.step(person.account(), true, Instant.EPOCH))
                .isFalse();
        assertThat(waiting(owner)).isEmpty();
    }

    private void apply(Owner owner, Person person) {
        joinCircle.join(circles.onlooker(owner, person), new JoinText(Replies.NONE, null));
    }

    private List<ApplicationId> waiting(Owner owner) {
        return queue.waiting(circles.staff(owner), null, 50).items().stream()
                .map(view -> new ApplicationId(Ids.parse(view.id())))
                .toList();
    }
}
