package app.teahouse.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.applications.JoinOutcome.AwaitingApproval;
import app.teahouse.applications.JoinOutcome.Joined;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.members.SomeCircles;
import app.teahouse.questions.Replies;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways into a circle, and what staff decide. */
@TeahouseTest
class JoinCircleTest {
    @Autowired
    JoinCircle joinCircle;

    @Autowired
    DecideApplications decide;

    @Autowired
    ApplicationQueue queue;

    @Autowired
    Apply apply;

    @Autowired
    AboutSheet aboutSheet;

    @Autowired
    Members members;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Db db;

    private JoinOutcome join(Owner owner, Person person, String... answers) {
        return joinCircle.join(circles.onlooker(owner, person), new JoinText(Replies.inOrder(List.of(answers)), null));
    }

    private void ask(Owner owner, String question) {
        db.sql("insert into circles.question (circle_id, position, body) values (:circle, 1, :body)")
                .with("circle", owner.circle())
                .with("body", question)
                .run();
    }

    private List<ApplicationId> waiting(Staff staff) {
        return queue.waiting(staff, null, 50).items().stream()
                .map(view -> new ApplicationId(Ids.parse(view.id())))
                .toList();
    }

    @Test
    void an_open_circle_lets_in_at_once_and_once() throws Exception {
        var owner = circles.someOwner();
        var person = people.someone();
        var attempts = AtOnce.run(4, () -> join(owner, person));
        assertThat(attempts.done()).hasSize(4).containsOnly(new Joined());
        assertThat(aboutSheet.of(circles.onlooker(owner, person)).members()).isEqualTo(2);
    }

    @Test
    void an_application_keeps_its_questions_and_waits_for_staff() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        ask(owner, "Which tea?");
        var person = people.someone("Applicant");
        assertThatThrownBy(() -> join(owner, person)).hasMessage("field.missing");

        assertThat(join(owner, person, "Oolong")).isEqualTo(new AwaitingApproval());
        assertThat(join(owner, person, "Sencha")).isEqualTo(new AwaitingApproval());

        var staff = circles.staff(owner);
        var view = queue.waiting(staff, null, 50).items();
        assertThat(view).hasSize(1);
        assertThat(view.getFirst().answers()).containsExactly(new ApplicationView.Answer("Which tea?", "Oolong"));
        assertThat(decide.approve(staff, waiting(staff))).isEqualTo(1);
        assertThat(circles.onlooker(owner, person).member()).isPresent();
        assertThat(queue.waiting(owner.circle())).isZero();
    }

    @Test
    void who_was_declined_reads_why_and_may_apply_again() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var person = people.someone();
        join(owner, person);
        var staff = circles.staff(owner);
        decide.decline(staff, waiting(staff), "Please tell us more.");

        var mine = aboutSheet.of(circles.onlooker(owner, person)).mine();
        assertThat(mine).isNotNull().satisfies(it -> {
            assertThat(it.waiting()).isFalse();
            assertThat(it.reason()).isEqualTo("Please tell us more.");
        });
        assertThat(join(owner, person)).isEqualTo(new AwaitingApproval());
        apply.settle(owner.circle(), person.account());
        assertThat(waiting(staff)).isEmpty();
    }

    /** Without the condition on the state both approve, and the second joins somebody who may have left since. */
    @Test
    void one_application_approved_twice_at_once_makes_one_member() throws Exception {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        join(owner, people.someone());
        var staff = circles.staff(owner);
        var ids = waiting(staff);

        var attempts = AtOnce.run(4, () -> decide.approve(staff, ids));

        assertThat(attempts.done().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(aboutSheet.of(circles.onlooker(owner, people.someone())).members())
                .isEqualTo(2);
    }

    @Test
    void a_circle_that_wants_an_invitation_takes_nobody_else() {
        var owner = circles.someOwner(JoinMode.INVITATION);
        assertThatThrownBy(() -> join(owner, people.someone())).hasMessage("join.invitation-needed");
    }

    @Test
    void whom_staff_removed_comes_back_only_with_their_yes() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        db.sql("""
                update members.membership
                   set state = 'removed', ended_at = :now, ended_by = :by
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", member.account())
                .with("by", owner.account())
                .with("now", java.time.Instant.EPOCH)
                .run();

        assertThat(join(owner, member.person())).isEqualTo(new AwaitingApproval());
        var staff = circles.staff(owner);
        assertThat(queue.waiting(staff, null, 50).items().getFirst().wasRemoved())
                .isTrue();
        decide.approve(staff, waiting(staff));
        assertThat(circles.again(member).standing().number()).isEqualTo(2);
    }

    @Test
    void the_about_page_takes_few_statements() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var person = people.someone();
        circles.onlooker(owner, person);
        Db.countFrom0();
        aboutSheet.of(circles.onlooker(owner, person));
        assertThat(Db.statements()).isLessThanOrEqualTo(6);
    }
}
