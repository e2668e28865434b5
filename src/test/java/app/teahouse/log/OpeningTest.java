package app.teahouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An operator reads in a circle they do not belong to: only with a reason, for an hour, and its staff learn of it. */
@TeahouseTest
class OpeningTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    CircleLog log;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @SuppressWarnings("NullAway.Init") // set before each
    private Owner owner;

    @SuppressWarnings("NullAway.Init") // set before each
    private Cookie operator;

    private String feed = "";
    private String opening = "";

    @BeforeEach
    void aHiddenCircleWithAPost() {
        owner = circles.someHiddenOwner();
        posts.somePost(owner.member(), "Between ourselves", "What members read");
        operator = people.cookie(people.someOperator());
        feed = "/c/" + SomeCircles.slug(owner);
        opening = "/site/circles/" + owner.circle().value() + "/opening";
    }

    private void open() {
        assertThat(mvc.post().uri(opening).cookie(operator).with(csrf()).param("reason", "A report of 12 May"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(feed);
    }

    @Test
    void without_a_reason_it_stays_closed() {
        assertThat(mvc.get().uri(feed).cookie(operator)).hasStatus(404);
        assertThat(mvc.post().uri(opening).cookie(operator).with(csrf()).param("reason", " "))
                .hasStatus(422);
        assertThat(mvc.get().uri(feed).cookie(operator)).hasStatus(404);
    }

    @Test
    void with_a_reason_it_is_open_to_read_and_to_nothing_else() {
        open();

        assertThat(mvc.get().uri(feed).cookie(operator))
                .hasStatusOk()
                .bodyText()
                .contains("Between ourselves", opening + "/end");
        assertThat(mvc.get().uri(feed + "/p/1").cookie(operator))
                .hasStatusOk()
                .bodyText()
                .contains("What members read");
        assertThat(mvc.get().uri(feed + "/members").cookie(operator)).hasStatus(403);
        assertThat(mvc.get().uri(feed + "/manage").cookie(operator)).hasStatus(403);
        assertThat(mvc.post()
                        .uri(feed + "/p/1/comments")
                        .cookie(operator)
                        .with(csrf())
                        .param("text", "Hello"))
                .hasStatus(403);
    }

    @Test
    void it_closes_after_an_hour_or_when_the_operator_is_done() {
        open();
        var later = clock.instant().plus(Duration.ofMinutes(61));
        TestClock.at(later, () -> {
            assertThat(mvc.get().uri(feed).cookie(operator)).hasStatus(404);
        });

        assertThat(mvc.post().uri(opening + "/end").cookie(operator).with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri(feed).cookie(operator)).hasStatus(404);
    }

    @Test
    void nobody_else_opens_it() {
        var person = people.cookie(people.someone());

        assertThat(mvc.post().uri(opening).cookie(person).with(csrf()).param("reason", "Curious"))
                .hasStatus(404);
        assertThat(mvc.get().uri(feed).cookie(person)).hasStatus(404);
    }

    @Test
    void the_circles_staff_read_who_did_it_and_why() {
        open();
        var staff = people.cookie(owner.member().person());

        await().untilAsserted(
                        () -> assertThat(mvc.get().uri(feed + "/manage/log").cookie(staff))
                                .hasStatusOk()
                                .bodyText()
                                .contains("A report of 12 May"));
        assertThat(mvc.get()
                        .uri(feed + "/manage/log")
                        .cookie(people.cookie(circles.someMember(owner).person())))
                .hasStatus(403);
    }
}
