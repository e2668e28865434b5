package app.teahouse.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class TopicPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester mvc;

    @Test
    void switches_are_kept_and_the_settings_lead_to_them() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var cookie = people.cookie(member.person());

        assertThat(mvc.get().uri("/me/settings").cookie(cookie)).bodyText().contains("\"/me/settings/notifications\"");
        var settings = "/me/settings/notifications/" + SomeCircles.slug(owner);
        assertThat(mvc.get().uri("/me/settings/notifications").cookie(cookie))
                .bodyText()
                .contains(settings);

        assertThat(mvc.post()
                        .uri(settings)
                        .param("topics", "replies")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri(settings).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"replies\" checked");
    }
}
