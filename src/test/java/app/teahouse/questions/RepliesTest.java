package app.teahouse.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.applications.JoinCircle;
import app.teahouse.applications.JoinText;
import app.teahouse.applications.SomeApplications;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An answer belongs to the question that was read, whatever the owner does with the questions meanwhile. */
@TeahouseTest
class RepliesTest {
    private static final Question WHY = Question.open("Why?");
    private static final Answered.Pair SO = new Answered.Pair("Why?", "So");
    private static final Answered.Pair BEGINNER = new Answered.Pair("How far?", "Beginner");

    @Autowired
    Answers answers;

    @Autowired
    SetQuestions set;

    @Autowired
    JoinCircle joinCircle;

    @Autowired
    SomeApplications applications;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    JdbcTemplate jdbc;

    /** Two with the same choices, of which only the first gives a tag: mixed up, nothing would look wrong. */
    private List<Question> asks(Owner owner) {
        var tag = arrange.make(
                circles.staff(owner), new ArrangeMemberTags.Wish(Grouping.STAGE, "", "Beginner", "jade", ""));
        return List.of(
                new Question(
                        "How far?",
                        Question.Kind.ONE,
                        true,
                        List.of(
                                new Question.Choice("Beginner", List.of(tag.value())),
                                new Question.Choice("Master", List.of()))),
                new Question(
                        "How far is your friend?",
                        Question.Kind.ONE,
                        false,
                        List.of(new Question.Choice("Beginner", List.of()), new Question.Choice("Master", List.of()))),
                WHY);
    }

    private void ask(Owner owner, List<Question> questions) {
        set.all(circles.partner(owner), questions);
    }

    private static Replies read(List<Question> questions, String... said) {
        return new Replies(questions.stream().map(Question::text).toList(), List.of(said));
    }

    private void join(Owner owner, Person person, Replies replies) {
        joinCircle.join(circles.onlooker(owner, person), new JoinText(replies, null));
    }

    private List<Answered.Pair> kept(Owner owner, Person person) {
        return answers.of(owner.circle(), person.account()).orElseThrow().pairs();
    }

    private long tags(Owner owner) {
        return jdbc.queryForList(
                        "select 1 from membertags.worn where circle_id = ? and state = 'worn'",
                        owner.circle().value())
                .size();
    }

    @Test
    void questions_that_change_places_while_a_form_is_open_keep_their_answers() {
        var owner = circles.someOwner();
        var questions = asks(owner);
        ask(owner, questions);
        var person = people.someone();
        ask(owner, questions.reversed());
        join(owner, person, read(questions, "Beginner", "Master", "So"));
        assertThat(kept(owner, person))
                .containsExactlyInAnyOrder(BEGINNER, new Answered.Pair("How far is your friend?", "Master"), SO);
        await().untilAsserted(() -> assertThat(tags(owner)).isEqualTo(1));

        var inside = circles.someMember(owner);
        answers.answer(inside, read(questions, "Master", "Beginner", "So"));
        // The same again, after they moved once more, is the same.
        ask(owner, questions);
        answers.answer(inside, read(questions, "Master", "Beginner", "So"));
        assertThat(tags(owner)).isEqualTo(1);
    }

    @Test
    void an_answer_without_its_question_and_a_question_nobody_saw_are_refused() {
        var owner = circles.someOwner();
        var questions = asks(owner);
        ask(owner, questions.subList(1, 3));
        var person = people.someone();
        assertThatThrownBy(() -> join(owner, person, read(questions, "Beginner", "", "So")))
                .hasMessage("question.changed");
        join(owner, person, read(questions, "", "", "So"));
        assertThat(kept(owner, person)).containsExactly(SO);

        var late = people.someone();
        ask(owner, questions);
        assertThatThrownBy(() -> join(owner, late, read(questions.subList(1, 3), "", "So")))
                .hasMessage("question.changed");
        // One that may be left out holds nobody up.
        join(owner, late, read(List.of(questions.getFirst(), WHY), "Beginner", "So"));
        assertThat(kept(owner, late)).containsExactlyInAnyOrder(BEGINNER, SO);
        // Who saw no question at all, because there was none, is asked inside.
        var unasked = people.someone();
        ask(owner, questions.subList(1, 2));
        join(owner, unasked, read(List.of()));
        assertThat(answers.isAsked(owner.circle(), unasked.account())).isTrue();
    }

    @Test
    void two_in_the_same_words_are_told_apart_by_their_order() {
        var owner = circles.someOwner();
        ask(owner, List.of(WHY, WHY));
        var person = people.someone();
        join(owner, person, read(List.of(WHY, WHY), "So", "Or so"));
        assertThat(kept(owner, person)).containsExactly(SO, new Answered.Pair("Why?", "Or so"));
    }

    @Test
    void who_applies_while_questions_move_says_what_they_said() throws Exception {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var questions = asks(owner);
        ask(owner, questions);
        var applicants = List.of(people.someone(), people.someone(), people.someone(), people.someone());
        var actions = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < applicants.size(); i++) {
            var person = applicants.get(i);
            var order = i % 2 == 0 ? questions.reversed() : questions;
            actions.add(() -> {
                join(owner, person, read(questions, "Beginner", "Master", "So"));
                return 1;
            });
            actions.add(() -> {
                ask(owner, order);
                return 1;
            });
        }
        assertThat(AtOnce.run(actions).refused()).isEmpty();
        assertThat(applications.approveAll(circles.staff(owner))).isEqualTo(4);
        await().untilAsserted(() -> assertThat(tags(owner)).isEqualTo(4));
        assertThat(applicants)
                .allSatisfy(person -> assertThat(kept(owner, person)).contains(BEGINNER, SO));
        assertThat(jdbc.queryForList(
                        "select answers[array_position(questions, 'How far?')] from applications.application where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .containsOnly("Beginner")
                .hasSize(4);
    }
}
