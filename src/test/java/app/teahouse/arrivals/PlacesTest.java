package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.exports.SomeExports;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Visitor;
import app.teahouse.luggage.Arrival;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Members take the places again that came with a circle. */
@TeahouseTest
@Tag("once")
class PlacesTest {
    private static final String PASSPHRASE = SomeLeft.PASSPHRASE;

    @Autowired
    SomeLeft some;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeExports exports;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    ArrivalSheet sheet;

    @Autowired
    Places places;

    @Autowired
    TakePlace takePlace;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_member_takes_the_place_again_with_all_that_was_theirs() throws IOException {
        var left = some.left(PASSPHRASE);
        var slug = SomeLeft.slug();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug, PASSPHRASE);
        assertThatThrownBy(() -> gate.member(new Visitor(left.member()), slug)).hasMessage("circle.members-only");
        assertThat(places.of(people.someone("A stranger"))).isEmpty();
        assertThat(places.in(left.member(), circle))
                .hasValueSatisfying(place -> assertThat(place.number()).isEqualTo(2));

        // Both what came with the circle and what they said since would be theirs.
        jdbc.update(
                """
                insert into questions.answered (circle_id, account_id, state, questions, answers, at)
                select ?, unnest(array[?, ?]), 'skipped', '{}', '{}', now()
                """,
                circle.value(),
                left.member().account().value(),
                Arrival.placeholder(circle, 2).value());

        takePlace.take(left.member(), circle);
        arrivals.move();

        var member = gate.member(new Visitor(left.member()), slug);
        assertThat(jdbc.queryForObject(
                        "select count(*) from content.post where circle_id = ? and author_id = ?",
                        Long.class,
                        circle.value(),
                        member.account().value()))
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(*) from content.post where circle_id = ? and ? = any(mentioned)",
                        Long.class,
                        circle.value(),
                        member.account().value()))
                .isOne();
        assertThat(places.of(left.member())).noneMatch(place -> place.circle().equals(circle));
        assertThat(SomeExports.entries(exports.export(
                        gate.owner(new Visitor(left.owner().member().person()), slug), PASSPHRASE)))
                .containsAllEntriesOf(words(left.file()));
    }

    /** What does not change when somebody comes back: all but their last visit, and the line of it in the log. */
    private static Map<String, String> words(Path file) throws IOException {
        var words = SomeExports.entries(file);
        words.keySet()
                .removeIf(name -> name.startsWith("data/members.membership")
                        || name.startsWith("data/log.entry")
                        || name.equals("circle.json"));
        return words;
    }

    @Test
    void it_is_offered_at_sign_in_and_on_the_about_page_and_stands_in_the_log() throws IOException {
        var left = some.left(PASSPHRASE);
        var slug = SomeLeft.slug();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug, PASSPHRASE);
        people.withPassword(left.member());
        var signedIn = mvc.post()
                .uri("/sign-in")
                .param("email", left.member().account().value() + "@example.org")
                .param("password", SomePeople.PASSWORD)
                .with(csrf())
                .with(SomePeople.elsewhere())
                .exchange();
        assertThat(signedIn).hasStatus(303);
        assertThat(mvc.get().uri("/").cookie(signedIn.getResponse().getCookies()))
                .bodyText()
                .contains("A place in a circle waits for you");
        var cookie = people.cookie(left.member());
        assertThat(mvc.get().uri("/c/" + slug + "/about").cookie(cookie))
                .bodyText()
                .contains("hx-get=\"/c/" + slug + "/held\"");
        assertThat(mvc.get().uri("/c/" + slug + "/held").cookie(cookie))
                .bodyText()
                .contains("A place in this circle waits for you.");
        assertThat(mvc.get().uri("/c/" + slug + "/held").cookie(people.cookie(people.someone())))
                .bodyText()
                .doesNotContain("A place in this circle waits for you.");

        takePlace.take(left.member(), circle);
        arrivals.move();

        assertThat(mvc.get().uri("/c/" + slug + "/held").cookie(cookie))
                .bodyText()
                .doesNotContain("A place in this circle waits for you.");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from log.entry where circle_id = ?", String.class, circle.value()))
                .contains("returned"));
    }

    @Test
    void of_ten_at_once_one_takes_the_place() throws Exception {
        var left = some.left(PASSPHRASE);
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), SomeLeft.slug(), PASSPHRASE);

        var attempts = AtOnce.run(10, () -> {
            takePlace.take(left.member(), circle);
            return 1;
        });

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(9).containsOnly("arrival.no-place");
    }

    @Test
    void staff_come_back_as_members_and_the_owner_hears_of_it() throws IOException {
        var owner = circles.owner(people.someone("Owner"), Type.FREE);
        var admin = people.someone("Admin");
        circles.join(owner, admin);
        jdbc.update(
                "update members.membership set role = 'admin' where circle_id = ? and account_id = ?",
                owner.circle().value(),
                admin.account().value());
        var slug = SomeLeft.slug();
        var circle = arrivals.arrive(owner.member().person(), exports.export(owner, PASSPHRASE), slug, PASSPHRASE);

        takePlace.take(admin, circle);
        arrivals.move();

        assertThatThrownBy(() -> gate.staff(new Visitor(admin), slug)).hasMessage("circle.staff-only");
        assertThat(sheet.one(owner.member().person(), circle).returned()).hasSize(1);
    }

    @Test
    void who_is_a_member_already_is_told_so() throws IOException {
        var left = some.left(PASSPHRASE);
        var slug = SomeLeft.slug();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug, PASSPHRASE);
        circles.join(gate.owner(new Visitor(left.owner().member().person()), slug), left.member());

        assertThatThrownBy(() -> takePlace.take(left.member(), circle)).hasMessage("arrival.already-member");
    }
}
