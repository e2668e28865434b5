package app.teahouse.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Access;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.Circles;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who may find a circle and come in, and what a change would do. */
@TeahouseTest
class AccessTest {
    @Autowired
    ChangeAccess changeAccess;

    @Autowired
    AccessPreview accessPreview;

    @Autowired
    Circles all;

    @Autowired
    JoinPassword passwords;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester browser;

    @Test
    void any_visibility_goes_with_any_join_mode_but_hidden_with_open() {
        var partner = circles.partner(circles.someOwner());
        for (var visibility : Visibility.values()) {
            for (var joinMode : JoinMode.values()) {
                var wish = new Access(visibility, joinMode, false, true);
                if (visibility == Visibility.HIDDEN && joinMode == JoinMode.OPEN) {
                    assertThatThrownBy(() -> changeAccess.change(partner, wish, null))
                            .hasMessage("access.hidden-open");
                } else {
                    changeAccess.change(partner, wish, joinMode == JoinMode.PASSWORD ? "oolong" : null);
                    assertThat(all.fresh(partner.circle()).orElseThrow().access())
                            .isEqualTo(wish);
                }
            }
        }
    }

    @Test
    void a_join_password_is_kept_until_there_is_a_new_one() {
        var partner = circles.partner(circles.someOwner());
        var wish = new Access(Visibility.LISTED, JoinMode.PASSWORD, false, true);
        assertThatThrownBy(() -> changeAccess.change(partner, wish, null)).hasMessage("access.password-short");

        changeAccess.change(partner, wish, "oolong");
        changeAccess.change(partner, new Access(Visibility.UNLISTED, JoinMode.PASSWORD, false, true), null);

        assertThat(passwords.matches(partner.circle(), "oolong")).isTrue();
        assertThat(passwords.matches(partner.circle(), "sencha")).isFalse();
    }

    @Test
    void only_a_listed_circle_is_read_by_everybody() {
        var partner = circles.partner(circles.someOwner());
        assertThatThrownBy(() ->
                        changeAccess.change(partner, new Access(Visibility.UNLISTED, JoinMode.OPEN, true, true), null))
                .hasMessage("access.public-needs-listed");
        changeAccess.change(partner, new Access(Visibility.LISTED, JoinMode.OPEN, true, true), null);
        assertThat(all.byId(partner.circle()).orElseThrow().publicReading()).isTrue();
    }

    @Test
    void the_preview_names_who_is_affected() {
        var owner = circles.someOwner();
        circles.someMember(owner);
        var after = new Access(Visibility.HIDDEN, JoinMode.INVITATION, false, true);
        assertThat(accessPreview.of(owner.circle(), after))
                .contains(new Consequence("circles.affects.members", 2), new Consequence("circles.affects.hidden", 0));
        assertThat(accessPreview.of(
                        owner.circle(), all.fresh(owner.circle()).orElseThrow().access()))
                .isEmpty();
    }

    @Test
    void what_a_hidden_circle_would_show_outside_comes_back_with_it() {
        var owner = circles.someHiddenOwner();
        assertThat(browser.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/settings/access")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"for-seen\"", "A hidden circle shows nothing outside");
    }

    @Test
    void a_change_is_shown_before_it_is_made() {
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var path = "/c/" + SomeCircles.slug(owner) + "/manage/settings/access";
        assertThat(browser.post()
                        .uri(path)
                        .param("visibility", "unlisted")
                        .param("joinMode", "open")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("1 member stays", "confirmed");
        assertThat(all.fresh(owner.circle()).orElseThrow().visibility()).isEqualTo(Visibility.LISTED);

        assertThat(browser.post()
                        .uri(path)
                        .param("visibility", "unlisted")
                        .param("joinMode", "open")
                        .param("confirmed", "true")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);
        assertThat(all.fresh(owner.circle()).orElseThrow().visibility()).isEqualTo(Visibility.UNLISTED);
    }
}
