package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Homework as programs ask for it, hand it in and grade it. */
@TeahouseTest
class HomeworkApiTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomeTokens tokens;

    @Autowired
    MockMvcTester mvc;

    @Test
    void programs_ask_hand_in_and_grade() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var staff = "Bearer " + tokens.some(owner.member().person(), "read", "write");
        var token = "Bearer " + tokens.some(member.person(), "read", "write");
        var door = "/api/v1/circles/" + SomeCircles.slug(owner) + "/homework";

        assertThat(mvc.post()
                        .uri(door)
                        .header("Authorization", staff)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"Brew\", \"text\": \"A pot.\", \"terms\": {\"scale\": \"hundred\"}}"))
                .hasStatus(201);
        assertThat(mvc.put()
                        .uri(door + "/1/mine")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"Done.\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"version\":1");
        assertThat(mvc.get().uri(door + "/waiting").header("Authorization", staff))
                .bodyText()
                .contains("\"post\":2");
        assertThat(mvc.put()
                        .uri(door + "/submissions/2/grade")
                        .header("Authorization", staff)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"grade\": \"87\", \"version\": 1}"))
                .hasStatus(204);
        assertThat(mvc.get().uri(door + "/submissions/2/grades").header("Authorization", token))
                .bodyText()
                .contains("\"grade\":\"87\"");
        assertThat(mvc.get().uri(door + "?show=graded").header("Authorization", token))
                .bodyText()
                .contains("\"grade\":\"87\"");
        assertThat(mvc.delete().uri(door + "/submissions/2/grade").header("Authorization", token))
                .hasStatus(403);
        assertThat(mvc.delete().uri(door + "/1").header("Authorization", staff)).hasStatus(409);
    }
}
