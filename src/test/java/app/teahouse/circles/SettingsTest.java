package app.teahouse.circles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.ChangeCircle.CircleText;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a circle is called and says of itself. */
@TeahouseTest
class SettingsTest {
    @Autowired
    ChangeCircle changeCircle;

    @Autowired
    ChangeAbout changeAbout;

    @Autowired
    ChangeRules changeRules;

    @Autowired
    ChangeQuestions changeQuestions;

    @Autowired
    CircleTexts texts;

    @Autowired
    Circles all;

    @Autowired
    Discover discover;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester browser;

    @Test
    void a_change_is_seen_at_once() {
        var partner = circles.partner(circles.someOwner());
        changeCircle.change(partner, new CircleText("品茗小聚", "一起喝茶。", "plum", null, "zh-CN", "Asia/Tokyo"));

        var circle = all.byId(partner.circle()).orElseThrow();
        assertThat(circle.name()).isEqualTo("品茗小聚");
        assertThat(circle.colour()).isEqualTo("plum");
        assertThat(circle.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(circle.version()).isEqualTo(2);
    }

    @Test
    void the_zone_of_a_founder_who_has_none_can_be_kept() {
        var partner = circles.partner(circles.someOwner());
        changeCircle.change(partner, new CircleText("Tea", "Together.", "plum", null, "en", "UTC"));
        assertThat(all.byId(partner.circle()).orElseThrow().zone().getId()).isEqualTo("UTC");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var partner = circles.partner(circles.someOwner());
        assertThatThrownBy(() -> changeCircle.change(
                        partner,
                        new CircleText("", "Fine.", "pink", "https://example.org/a.png", "de", "Mars/Olympus")))
                .satisfies(refusal -> assertThat(((app.teahouse.kernel.Refusal) refusal).faults())
                        .extracting(fault -> fault.field())
                        .containsExactly("name", "colour", "cover", "language", "zone"));
    }

    @Test
    void the_about_page_is_rendered_and_harmless() {
        var partner = circles.partner(circles.someOwner());
        changeAbout.change(partner, "# Tea\n\nfor **all**<script>alert(1)</script>");
        assertThat(texts.about(partner.circle()).html())
                .contains("<strong>all</strong>")
                .doesNotContain("<script");
    }

    @Test
    void every_version_of_the_rules_is_kept_and_the_last_one_holds() throws Exception {
        var partner = circles.partner(circles.someOwner());
        AtOnce.run(3, () -> changeRules.change(partner, "Be kind."));
        assertThat(changeRules.change(partner, "Be kinder.")).isEqualTo(4);
        assertThat(texts.rules(partner.circle()).orElseThrow().html()).contains("kinder");

        assertThat(changeRules.change(partner, " ")).isZero();
        assertThat(texts.rules(partner.circle())).isEmpty();
        assertThat(changeRules.change(partner, "Be kind again.")).isEqualTo(5);
        assertThat(ChangeRules.part("One\nTwo\nThree", "One\n2\nThree")).isEqualTo("Two");
        assertThat(ChangeRules.part("One", "One\nTwo")).isEmpty();
    }

    @Test
    void there_are_at_most_ten_questions() {
        var partner = circles.partner(circles.someOwner());
        changeQuestions.change(partner, _ -> List.of(Question.open("Why?"), Question.open("Which tea?")));
        assertThat(texts.questions(partner.circle())).extracting(Question::text).containsExactly("Why?", "Which tea?");
        assertThatThrownBy(() ->
                        changeQuestions.change(partner, _ -> Collections.nCopies(11, Question.open("Which tea?"))))
                .hasMessage("circle.too-many-questions");
    }

    @Test
    void settings_are_for_the_owner_and_partners() {
        var owner = circles.someOwner();
        var slug = SomeCircles.slug(owner);
        for (var page : List.of("", "/about", "/access", "/questions", "/rules", "/address", "/end", "/speaking")) {
            var path = "/c/" + slug + "/manage/settings" + page;
            assertThat(browser.get()
                            .uri(path)
                            .cookie(people.cookie(owner.member().person())))
                    .as(path)
                    .hasStatusOk();
            var admin = circles.join(owner, people.someone(), Role.ADMIN);
            assertThat(browser.get().uri(path).cookie(people.cookie(admin.person())))
                    .as(path)
                    .hasStatus(page.equals("/speaking") ? 200 : 403);
        }
    }

    @Test
    void a_form_for_name_and_look_changes_them() {
        var owner = circles.someOwner();
        assertThat(browser.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/settings")
                        .param("name", "Gongfu")
                        .param("promise", "Slow tea.")
                        .param("colour", "moss")
                        .param("language", "en")
                        .param("zone", "Europe/Berlin")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(all.byId(owner.circle()).orElseThrow().name()).isEqualTo("Gongfu");
    }

    @Test
    void the_directory_shows_listed_circles_page_by_page() {
        var one = circles.someOwner();
        var hidden = circles.someHiddenOwner();
        var other = circles.someOwner();

        var first = discover.circles(null, 1);
        assertThat(first.items().getFirst().face().id()).isEqualTo(other.circle());
        var ids = discover.circles(null, 100).items().stream()
                .map(listed -> listed.face().id())
                .toList();
        assertThat(ids).contains(one.circle(), other.circle()).doesNotContain(hidden.circle());
        assertThat(discover.circles(first.next(), 1).items().getFirst().face().id())
                .isNotEqualTo(other.circle());
    }
}
