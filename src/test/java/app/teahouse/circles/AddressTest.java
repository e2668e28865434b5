package app.teahouse.circles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A circle's address, and the old ones that lead to it. */
@TeahouseTest
class AddressTest {
    @Autowired
    ChangeAddress changeAddress;

    @Autowired
    Circles all;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester browser;

    private static String fresh() {
        return "tea-" + Ids.next().toString().substring(24);
    }

    private String move(Owner owner) {
        var slug = fresh();
        changeAddress.change(circles.partner(owner), slug);
        return slug;
    }

    @Test
    void an_old_address_leads_to_the_new_one_with_the_rest_of_the_path() {
        var owner = circles.someOwner();
        var old = SomeCircles.slug(owner);
        var slug = move(owner);

        assertThat(browser.get().uri("/c/" + old + "/about?x=1"))
                .hasStatus(301)
                .hasHeader("Location", "/c/" + slug + "/about?x=1");
        assertThat(browser.get().uri("/c/" + slug + "/about")).hasStatusOk();
    }

    @Test
    void an_old_address_leads_on_where_it_ends_the_path() {
        var owner = circles.someOwner();
        var old = SomeCircles.slug(owner);
        var slug = move(owner);

        assertThat(browser.get()
                        .uri("/me/settings/notifications/" + old)
                        .cookie(people.cookie(owner.member().person())))
                .hasStatus(301)
                .hasHeader("Location", "/me/settings/notifications/" + slug);
    }

    @Test
    void an_old_address_of_a_hidden_circle_leads_only_its_members() {
        var owner = circles.someHiddenOwner();
        var old = SomeCircles.slug(owner);
        var slug = move(owner);

        assertThat(browser.get().uri("/c/" + old + "/about")).hasStatus(404);
        assertThat(browser.get()
                        .uri("/c/" + old + "/about")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatus(301)
                .hasHeader("Location", "/c/" + slug + "/about");
    }

    @Test
    void a_circle_may_take_an_old_address_of_its_own_back_and_nobody_else_may() {
        var owner = circles.someOwner();
        var old = SomeCircles.slug(owner);
        var slug = move(owner);

        assertThatThrownBy(() -> changeAddress.change(circles.partner(circles.someOwner()), old))
                .hasMessage("slug.taken");
        assertThat(all.bySlug(slug).orElseThrow().id()).isEqualTo(owner.circle());
        changeAddress.change(circles.partner(owner), old);
        assertThat(all.bySlug(slug).orElseThrow().slug()).isEqualTo(old);
    }

    @Test
    void an_address_is_written_in_small_letters_digits_and_dashes() {
        var partner = circles.partner(circles.someOwner());
        for (var bad : List.of("", "ab", "Tea", "tea--house", "-tea", "tea-", "茶", "manage", "a".repeat(41))) {
            assertThatThrownBy(() -> changeAddress.change(partner, bad)).as(bad).hasMessage("slug.malformed");
        }
    }

    /** Without the claim's primary key both have it. */
    @Test
    void of_two_who_claim_one_address_at_once_one_has_it() throws Exception {
        var one = circles.partner(circles.someOwner());
        var other = circles.partner(circles.someOwner());
        var slug = fresh();

        var attempts = AtOnce.run(List.of(
                () -> {
                    changeAddress.change(one, slug);
                    return one.circle();
                },
                () -> {
                    changeAddress.change(other, slug);
                    return other.circle();
                }));

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).containsExactly("slug.taken");
        assertThat(all.bySlug(slug).orElseThrow().id())
                .isEqualTo(attempts.done().getFirst());
    }

    @Test
    void two_who_found_circles_of_one_name_at_once_get_two_addresses() throws Exception {
        var name = "Tea " + Ids.next();
        var attempts = AtOnce.run(
                4,
                () -> createCircle
                        .create(people.someone(), name, "Tea.", CreateCircle.Type.FREE, java.util.Locale.ENGLISH)
                        .slug());
        assertThat(attempts.done()).hasSize(4).doesNotHaveDuplicates();
    }

    @Autowired
    CreateCircle createCircle;
}
