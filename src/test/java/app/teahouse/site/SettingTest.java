package app.teahouse.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle.Listing;
import app.teahouse.circles.Circles;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The site has one row of settings, so these tests run alone and put it back. */
@TeahouseTest
@Isolated
class SettingTest {
    private static final SettingText AT_FIRST = SettingText.of(Setting.AT_FIRST);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    Circles snapshots;

    @Autowired
    ChangeSetting changeSetting;

    @Autowired
    Site site;

    @AfterEach
    void put_back() {
        changeSetting.change(operator(), AT_FIRST);
    }

    @Test
    void an_operator_changes_the_name_and_everybody_sees_it_at_once() {
        var operator = people.someOperator();

        assertThat(mvc.post()
                        .uri("/site/settings")
                        .cookie(people.cookie(operator))
                        .with(csrf())
                        .param("name", "Hill of Tea")
                        .param("founders", "everyone")
                        .param("terms", "# Be kind\n\n<script>alert(1)</script>")
                        .param("footer", "ICP 12345678"))
                .hasStatus(303);

        assertThat(mvc.get().uri("/terms"))
                .hasStatusOk()
                .bodyText()
                .contains("Hill of Tea", "Be kind", "ICP 12345678")
                .doesNotContain("alert(1)</script>");
        assertThat(mvc.get().uri("/privacy")).hasStatus(404);
    }

    @Test
    void what_is_wrong_is_said_of_all_fields_at_once() {
        var wrong = new SettingText(
                " ", "https://elsewhere.example/a.png", "nobody", false, null, null, null, "not an address");

        assertThatThrownBy(() -> changeSetting.change(operator(), wrong))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Refusal.Fault::field)
                                .containsExactly("name", "logo", "founders", "reports"));
    }

    @Test
    void circles_can_be_created_by_permission_only() {
        changeSetting.change(operator(), founders("permitted"));
        var founder = people.someone();

        assertThatThrownBy(() -> circles.owner(founder, Type.FREE)).hasMessage("circle.creation-closed");
        assertThat(mvc.get().uri("/new").cookie(people.cookie(founder))).hasStatus(403);
        assertThat(mvc.get().uri("/")).bodyText().doesNotContain("href=\"/new\"");
        assertThat(mvc.get().uri("/discover").cookie(people.cookie(founder)))
                .bodyText()
                .doesNotContain("href=\"/new\"");
        assertThat(mvc.post()
                        .uri("/site/accounts/" + founder.account().value() + "/permission")
                        .cookie(people.cookie(people.someOperator()))
                        .with(csrf())
                        .param("permitted", "true"))
                .hasStatus(303);
        assertThat(mvc.get().uri("/discover").cookie(people.cookie(founder)))
                .bodyText()
                .contains("href=\"/new\"");
        assertThat(circles.owner(founder, Type.FREE)).isNotNull();
    }

    @Test
    void a_new_circle_waits_for_listing_where_the_operator_wants_to_look_first() {
        changeSetting.change(operator(), new SettingText("Teahouse", null, "everyone", true, null, null, null, null));
        var owner = circles.someOwner();

        assertThat(listing(owner.circle())).isEqualTo(Listing.WAITING);
        assertThat(mvc.post()
                        .uri("/site/circles/" + owner.circle().value() + "/listing")
                        .cookie(people.cookie(people.someOperator()))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(listing(owner.circle())).isEqualTo(Listing.APPROVED);
    }

    private Listing listing(app.teahouse.kernel.CircleId circle) {
        return snapshots.fresh(circle).orElseThrow().listing();
    }

    private static SettingText founders(String who) {
        return new SettingText("Teahouse", null, who, false, null, null, null, null);
    }

    private Operator operator() {
        return new Operator(people.someOperator());
    }
}
