package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.applications.SomeApplications;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Question;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.questions.Replies;
import app.teahouse.questions.SetQuestions;
import app.teahouse.testing.TeahouseTest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was answered with an order stays in the words of that day until it is paid. */
@TeahouseTest
class AnsweredOrdersTest extends OrdersGround {
    @Autowired
    SomeCircles someCircles;

    @Autowired
    SomeApplications applications;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    SetQuestions set;

    @Autowired
    Circles circles;

    @Autowired
    PlaceOrder placeOrder;

    @BeforeEach
    void staffDecide() {
        jdbc.update(
                "update circles.circle set join_mode = 'application' where circle_id = ?",
                owner.circle().value());
        circles.changed(owner.circle());
    }

    private UUID tag(String name) {
        return arrange.make(someCircles.staff(owner), new ArrangeMemberTags.Wish(Grouping.STAGE, "", name, "jade", ""))
                .value();
    }

    private static Question.Choice choice(String text, UUID... tags) {
        return new Question.Choice(text, Arrays.asList(tags));
    }

    private static Question choose(String text, Question.Choice... choices) {
        return new Question(text, Question.Kind.ONE, true, List.of(choices));
    }

    private void ask(Question... questions) {
        set.all(somePlans.partner(owner), List.of(questions));
    }

    private PlaceOrder.Placed place(Replies replies) {
        return placeOrder.place(some.onlooker(owner, buyer), new PlaceOrder.Wish(year.number(), replies, null, null));
    }

    private String said() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select questions::text || answers::text from applications.application where circle_id = ?",
                String.class,
                owner.circle().value()));
    }

    private List<String> worn() {
        return jdbc.queryForList("""
                select t.name
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = ? and w.state = 'worn'
                """, String.class, owner.circle().value());
    }

    @Test
    void an_order_that_is_paid_after_the_questions_moved_says_what_was_said() {
        var tea = choose("Which tea?", choice("Green", tag("Green tea")), choice("Black"));
        var far = choose("How far?", choice("New", tag("Beginner")), choice("Old"));
        ask(tea, far);
        var words = List.of("Which tea?", "How far?");
        assertThatThrownBy(() -> place(new Replies(List.of("Why?", "How far?"), List.of("So", "New"))))
                .hasMessage("question.changed");
        var placed = place(new Replies(words, List.of("Green", "New")));
        assertThat(place(new Replies(words, List.of("Green", "New")))).isEqualTo(placed);

        // Another question with the same choices comes first, and one is asked in other words: its answer gives
        // nothing.
        ask(
                choose("Which tea does your friend drink?", choice("Green", tag("Friend")), choice("Black")),
                far,
                choose("Which tea, please?", choice("Green", tag("Other")), choice("Black")));
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));

        assertThat(said()).isEqualTo("{\"Which tea?\",\"How far?\"}{Green,New}");
        assertThat(applications.approveAll(someCircles.staff(owner))).isEqualTo(1);
        await().untilAsserted(() -> assertThat(worn()).containsExactly("Beginner"));
        assertThat(jdbc.queryForObject(
                        "select questions::text || answers::text from questions.answered where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .isEqualTo("{\"Which tea?\",\"How far?\"}{Green,New}");
    }

    @Test
    void an_order_from_before_goes_by_the_places_of_the_questions() {
        ask(Question.open("Which tea?"));
        var placed = place(Replies.inOrder(List.of("Oolong")));
        jdbc.update(
                "update orders.entry set questions = '{}' where circle_id = ?",
                owner.circle().value());
        ask(Question.open("Which tea, please?"), Question.open("Since when?"));
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
        assertThat(said()).isEqualTo("{\"Which tea, please?\"}{Oolong}");
    }
}
