package app.teahouse.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.testing.TeahouseTest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The owner asks by screen and by programs, and people answer at the door or inside. */
@TeahouseTest
@Tag("once")
class QuestionDoorsTest extends QuestionsGround {
    private static final String EDIT = "/manage/settings/questions";

    @Autowired
    SomePeople people;

    private MvcTestResult send(Person who, String path, String... fields) {
        var request =
                browser.post().uri(circle + path).cookie(people.cookie(who)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult see(Person who, String path) {
        return browser.get().uri(circle + path).cookie(people.cookie(who)).exchange();
    }

    @Test
    void the_owner_asks_and_who_joins_answers() {
        tag("Beginner");
        var me = owner.member().person();
        assertThat(send(
                        me,
                        EDIT + "/new",
                        "text",
                        "How far?",
                        "kind",
                        "one",
                        "required",
                        "true",
                        "choice1",
                        "New",
                        "tags1",
                        "#beginner",
                        "choice2",
                        "Old"))
                .hasStatus(303);
        assertThat(send(
                        me,
                        EDIT + "/new",
                        "text",
                        "Tags?",
                        "kind",
                        "one",
                        "choice1",
                        "A",
                        "tags1",
                        "nobody’s",
                        "choice2",
                        "B"))
                .hasStatus(422)
                .bodyText()
                .contains("nobody’s", "tags1-error");
        assertThat(send(me, EDIT + "/new", "text", "Anything else?", "kind", "text"))
                .hasStatus(303);
        assertThat(send(me, EDIT + "/2/move", "was", "Anything else?", "up", "true"))
                .hasStatus(303);
        assertThat(send(me, EDIT + "/2/removal", "was", "Anything else?")).hasStatus(409);
        assertThat(see(me, EDIT)).hasStatusOk().bodyText().contains("How far?", "→ Beginner");
        assertThat(see(me, EDIT + "/2")).hasStatusOk().bodyText().contains("value=\"Beginner\"", "value=\"Old\"");

        var person = people.someone("=Wen");
        assertThat(see(person, "/about"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"answer1\"", "type=\"radio\" name=\"answer2\" value=\"New\"")
                .doesNotContain("Beginner");
        assertThat(send(person, "/membership")).hasStatus(422).bodyText().contains("answer2-error");
        assertThat(send(person, "/membership", "answer2", "New")).hasStatus(303);

        var number = circles.onlooker(owner, person)
                .member()
                .orElseThrow()
                .standing()
                .number();
        await().untilAsserted(() ->
                assertThat(see(me, "/m/" + number)).bodyText().contains("How far?", "New<br>", "by their answer"));
        var other = circles.someMember(owner);
        assertThat(see(other.person(), "/m/" + number)).bodyText().doesNotContain("How far?");
        assertThat(see(me, EDIT + "/answers.csv"))
                .bodyText()
                .contains(number + ",'=Wen,How far?,New")
                .contains("\r\n");
        assertThat(see(other.person(), EDIT + "/answers.csv")).hasStatus(403);
    }

    @Test
    void who_came_in_unasked_is_asked_inside_and_may_put_it_away() {
        var me = owner.member().person();
        var member = circles.someMember(owner);
        assertThat(card(member)).doesNotContain("membership/answers");
        assertThat(call(me, "PUT", "/questions", """
                        {"questions": [{"text": "Which tea?", "kind": "several", "required": true,
                                        "choices": [{"text": "Green"}, {"text": "Oolong"}]}]}
                        """)).hasStatusOk();
        assertThat(card(member)).contains(circle + "/membership/answers");
        assertThat(see(member.person(), "/membership/answers")).hasStatusOk();
        assertThat(send(member.person(), "/membership/answers")).hasStatus(422);
        assertThat(send(member.person(), "/membership/answers/skip")).hasStatus(303);
        assertThat(card(member)).doesNotContain("membership/answers");
        assertThat(see(member.person(), "/m/" + member.standing().number()))
                .bodyText()
                .contains("/membership/answers");
        assertThat(send(member.person(), "/membership/answers", "answer1", "Green", "answer1", "Oolong"))
                .hasStatus(303);
        assertThat(call(me, "GET", "/members/" + member.standing().number() + "/answers", ""))
                .bodyJson()
                .extractingPath("$.answers[0].answer")
                .isEqualTo("Green\nOolong");
        assertThat(call(member.person(), "GET", "/members/1/answers", "")).hasStatus(403);
        assertThat(call(people.someone(), "GET", "", ""))
                .bodyJson()
                .extractingPath("$.questions[0].choices[1]")
                .isEqualTo("Oolong");
    }

    @Test
    void what_was_typed_stays_under_its_question_where_the_questions_changed() {
        var me = owner.member().person();
        questions(me, "First?", "Second?", "Third?");
        var person = people.someone();
        assertThat(see(person, "/about"))
                .bodyText()
                .contains("name=\"asked\" value=\"3\"", "name=\"asked2\" value=\"Second?\"");
        questions(me, "Third?", "First?", "Fourth?");

        var again = send(
                person,
                "/membership",
                "asked",
                "3",
                "asked1",
                "First?",
                "answer1",
                "one",
                "asked2",
                "Second?",
                "answer2",
                "two",
                "asked3",
                "Third?",
                "answer3",
                "three");
        assertThat(again).hasStatus(409);
        assertThat(text(again).replaceAll("\\s+", " "))
                .contains("The questions were changed while you answered", "<dt>Second?</dt><dd>two<br></dd>")
                .containsPattern("name=\"answer1\"[^>]*> ?three</textarea>")
                .containsPattern("name=\"answer2\"[^>]*> ?one</textarea>")
                .containsPattern("name=\"answer3\"[^>]*> ?</textarea>");
        assertThat(call(person, "POST", "/membership", """
                        {"questions": ["First?", "Second?"], "answers": ["one", "two"]}
                        """))
                .hasStatus(409)
                .bodyText()
                .contains("question.changed");
        assertThat(call(person, "POST", "/membership", """
                        {"questions": ["Fourth?", "First?", "Third?"], "answers": ["four", "one", "three"]}
                        """)).hasStatus(201);
        assertThat(call(person, "GET", "/membership/answers", ""))
                .bodyJson()
                .extractingPath("$.answers[0].answer")
                .isEqualTo("three");
    }

    private void questions(Person me, String... words) {
        assertThat(call(
                        me,
                        "PUT",
                        "/questions",
                        "{\"questions\": ["
                                + Arrays.stream(words)
                                        .map("{\"text\": \"%s\", \"required\": true}"::formatted)
                                        .collect(Collectors.joining(","))
                                + "]}"))
                .hasStatusOk();
    }

    private String card(Member member) {
        return text(browser.get()
                .uri(circle + "/welcome/card")
                .header("HX-Request", "true")
                .cookie(people.cookie(member.person()))
                .exchange());
    }
}
