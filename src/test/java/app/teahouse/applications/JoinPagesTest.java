package app.teahouse.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Founding and joining as browsers do it. */
@TeahouseTest
class JoinPagesTest {
    @Autowired
    MockMvcTester browser;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Test
    void somebody_founds_a_circle_and_somebody_else_joins_at_once() {
        var founder = people.someone("Lu Yu");
        var founded = browser.post()
                .uri("/new")
                .param("name", "Tea " + founder.account().value())
                .param("promise", "We drink tea.")
                .param("type", "free")
                .cookie(people.cookie(founder))
                .with(csrf())
                .exchange();
        assertThat(founded).hasStatus(303);
        var circle = String.valueOf(founded.getResponse().getHeader("Location"));

        var guest = people.cookie(people.someone("Guest"));
        assertThat(browser.get().uri(circle + "/about").cookie(guest))
                .hasStatusOk()
                .bodyText()
                .contains("We drink tea.", "Lu Yu", circle + "/membership");
        assertThat(browser.post().uri(circle + "/membership").cookie(guest).with(csrf()))
                .hasStatus(303)
                .hasHeader("Location", circle);
        assertThat(browser.get().uri(circle + "/members").cookie(guest))
                .hasStatusOk()
                .bodyText()
                .contains("Lu Yu", "Guest");
    }

    @Test
    void a_form_that_lacks_something_comes_back_with_what_was_typed() {
        assertThat(browser.post()
                        .uri("/new")
                        .param("name", "My name stays")
                        .param("type", "free")
                        .cookie(people.cookie(people.someone()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("My name stays", "promise-error");
    }

    @Test
    void nobody_joins_a_circle_that_wants_an_invitation() {
        var owner = circles.someHiddenOwner();
        assertThat(browser.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/membership")
                        .cookie(people.cookie(people.someone()))
                        .with(csrf()))
                .hasStatus(404);
    }
}
