package app.teahouse.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.applications.JoinCircle;
import app.teahouse.applications.JoinText;
import app.teahouse.applications.SomeApplications;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody answers gives tags when they are in, once, and keeps its words whatever becomes of the question. */
@TeahouseTest
class AnswersTest {
    @Autowired
    Answers answers;

    @Autowired
    SetQuestions set;

    @Autowired
    CircleTexts texts;

    @Autowired
    JoinCircle joinCircle;

    @Autowired
    SomeApplications applications;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    GiveTags giveTags;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    JdbcTemplate jdbc;

    private MemberTagId tag(Staff staff, String name) {
        return arrange.make(staff, new ArrangeMemberTags.Wish(Grouping.INTEREST, "", name, "jade", ""));
    }

    private static Question.Choice choice(String text, MemberTagId... tags) {
        return new Question.Choice(
                text, Arrays.stream(tags).map(MemberTagId::value).toList());
    }

    /** Writes, chooses one that gives {@code first}, ticks several of which one gives both. */
    private void ask(Owner owner, MemberTagId first, MemberTagId second) {
        set.all(
                circles.partner(owner),
                List.of(
                        Question.open("Why?"),
                        new Question(
                                "How far?",
                                Question.Kind.ONE,
                                true,
                                List.of(choice("Beginner", first), choice("Master"))),
                        new Question(
                                "Which tea?",
                                Question.Kind.SEVERAL,
                                false,
                                List.of(choice("Green", second), choice("Oolong", first, second), choice("Black")))));
    }

    private void join(Owner owner, Person person, String... said) {
        joinCircle.join(circles.onlooker(owner, person), new JoinText(Replies.inOrder(List.of(said)), null));
    }

    /** Name, how it came and how many are counted, of every tag of a circle that somebody wears. */
    private List<String> worn(Owner owner) {
        return jdbc.queryForList("""
                select t.name || ' ' || w.how || ' ' || t.member_count
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = ? and w.state = 'worn'
                 order by t.name
                """, String.class, owner.circle().value());
    }

    @Test
    void an_application_approved_twice_at_once_gives_its_tags_once() throws Exception {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var staff = circles.staff(owner);
        var green = tag(staff, "Green");
        ask(owner, tag(staff, "Beginner"), green);
        var person = people.someone();
        join(owner, person, "So", "Beginner", "Green\nOolong");
        assertThat(worn(owner)).isEmpty();

        AtOnce.run(4, () -> applications.approveAll(staff));

        await().untilAsserted(() -> assertThat(worn(owner)).containsExactly("Beginner answer 1", "Green answer 1"));
        // What was told is told again, and staff took one away meanwhile: it stays away.
        var number = jdbc.queryForObject(
                "select number from members.membership where circle_id = ? and account_id = ?",
                Long.class,
                owner.circle().value(),
                person.account().value());
        giveTags.change(staff, List.of(number), List.of(), List.of(green));
        AtOnce.run(4, () -> {
            answers.settle(owner.circle(), person.account());
            return 0;
        });
        assertThat(worn(owner)).containsExactly("Beginner answer 1");
    }

    @Test
    void who_waits_is_known_by_nothing_and_who_is_declined_leaves_nothing() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var staff = circles.staff(owner);
        ask(owner, tag(staff, "Beginner"), tag(staff, "Green"));
        var person = people.someone();
        join(owner, person, "So", "Beginner", "Green");
        applications.declineAll(staff);
        assertThat(answers.of(owner.circle(), person.account())).isEmpty();
        assertThat(worn(owner)).isEmpty();
    }

    @Test
    void four_answers_of_one_member_at_once_are_one() throws Exception {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var member = circles.someMember(owner);
        ask(owner, tag(staff, "Beginner"), tag(staff, "Green"));
        assertThat(answers.isAsked(member)).isTrue();
        answers.skip(member);
        assertThat(answers.isAsked(member)).isFalse();

        var sheets = List.of(List.of("1", "Beginner"), List.of("2", "Master", "Green"), List.of("3", "Master"));
        var actions = new ArrayList<Callable<Integer>>();
        sheets.forEach(sheet -> actions.add(() -> {
            answers.answer(member, Replies.inOrder(sheet));
            return 0;
        }));
        AtOnce.run(actions);

        var kept = answers.of(owner.circle(), member.account()).orElseThrow();
        var which = Integer.parseInt(kept.pairs().getFirst().answer());
        assertThat(worn(owner))
                .containsExactlyElementsOf(
                        List.of(List.of("Beginner answer 1"), List.of("Green answer 1"), List.<String>of())
                                .get(which - 1));
    }

    @Test
    void answers_that_nobody_could_give_are_refused_field_by_field() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        ask(owner, tag(staff, "Beginner"), tag(staff, "Green"));
        var person = people.someone();
        for (var said : List.of(
                List.of("So", "Queen"),
                List.of("So", "Beginner\nMaster"),
                List.of("So", "beginner"),
                List.of("So", "Beginner", "Green\nCoffee"),
                List.of("So", "Beginner", "Green\n".repeat(2)),
                List.of("So", ""),
                List.<String>of(),
                List.of("x".repeat(1001), "Beginner"),
                List.of("nu\0ll", "Beginner"))) {
            assertThatThrownBy(() -> join(owner, person, said.toArray(String[]::new)))
                    .as(said.toString())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.faults())
                                    .allSatisfy(
                                            fault -> assertThat(fault.field()).startsWith("answer")));
        }
        assertThat(circles.onlooker(owner, person).member()).isEmpty();
        // More than was asked is as if it had not been said.
        join(owner, person, "So", "Master", "", "and more", "and more");
        assertThat(answers.of(owner.circle(), person.account()).orElseThrow().pairs())
                .containsExactly(new Answered.Pair("Why?", "So"), new Answered.Pair("How far?", "Master"));
    }

    @Test
    void a_tag_that_is_merged_or_dropped_meanwhile_follows_and_nothing_fails() {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var staff = circles.staff(owner);
        var first = tag(staff, "Beginner");
        var second = tag(staff, "Green");
        var into = tag(staff, "Tea");
        ask(owner, first, second);
        var person = people.someone();
        join(owner, person, "So", "Beginner", "Oolong");

        arrange.drop(staff, first);
        arrange.merge(staff, second, into);
        await().untilAsserted(
                        () -> assertThat(texts.questions(owner.circle()).get(2).choices())
                                .containsExactly(choice("Green", into), choice("Oolong", into), choice("Black")));
        set.all(circles.partner(owner), List.of(Question.open("Something else?")));
        applications.approveAll(staff);

        await().untilAsserted(() -> assertThat(worn(owner)).containsExactly("Tea answer 1"));
        assertThat(answers.of(owner.circle(), person.account()).orElseThrow().pairs())
                .contains(new Answered.Pair("How far?", "Beginner"), new Answered.Pair("Which tea?", "Oolong"));
    }

    @Test
    void a_question_that_cannot_be_asked_is_refused() {
        var owner = circles.someOwner();
        var partner = circles.partner(owner);
        var foreign = tag(circles.staff(circles.someOwner()), "Theirs");
        refused(owner, choice("One", foreign), choice("Two"));
        refused(owner, choice("One"));
        refused(owner, choice("One"), choice("ONE "));
        refused(owner, choice("One"), choice("Two\nThree"));
        refused(owner, choice("One"), choice("x".repeat(81)));
        set.add(partner, Question.open("First?"));
        set.add(partner, Question.open("Second?"));
        set.move(partner, new SetQuestions.Place(2, "Second?"), true);
        assertThatThrownBy(() -> set.remove(partner, new SetQuestions.Place(2, "Second?")))
                .hasMessage("question.moved");
        assertThat(texts.questions(owner.circle())).extracting(Question::text).containsExactly("Second?", "First?");
    }

    @Test
    void what_is_thrown_away_is_said_and_who_said_nothing_is_not_asked_again() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        answers.skip(member);
        assertThat(answers.of(owner.circle(), member.account())).isEmpty();

        set.all(circles.partner(owner), List.of(new Question("Why?", Question.Kind.TEXT, false, List.of())));
        answers.answer(member, Replies.inOrder(List.of("So")));
        answers.answer(member, Replies.inOrder(List.of("So")));
        assertThatThrownBy(() -> answers.answer(member, Replies.inOrder(List.of("Not so"))))
                .hasMessage("question.answered");
        assertThatThrownBy(() -> answers.answer(member, Replies.inOrder(List.of(""))))
                .hasMessage("question.answered");

        var person = people.someone();
        join(owner, person, "");
        assertThat(answers.of(owner.circle(), person.account()).orElseThrow().isSkipped())
                .isTrue();
    }

    private void refused(Owner owner, Question.Choice... choices) {
        assertThatThrownBy(() -> set.add(
                        circles.partner(owner), new Question("Which?", Question.Kind.ONE, true, List.of(choices))))
                .isInstanceOf(Refusal.class);
        assertThat(texts.questions(owner.circle())).isEmpty();
    }
}
