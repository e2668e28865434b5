package app.teahouse.questions;

import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.tokens.SomeTokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A circle that asks who comes. */
abstract class QuestionsGround {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomeTokens tokens;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    MockMvcTester browser;

    Owner owner;

    String circle = "";

    String api = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        circle = "/c/" + SomeCircles.slug(owner);
        api = "/api/v1/circles/" + SomeCircles.slug(owner);
    }

    MemberTagId tag(String name) {
        return arrange.make(circles.staff(owner), new ArrangeMemberTags.Wish(Grouping.STAGE, "", name, "jade", ""));
    }

    MvcTestResult call(Person who, String method, String path, String body) {
        return browser.method(HttpMethod.valueOf(method))
                .uri(api + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.some(who, "read", "write", "manage"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
