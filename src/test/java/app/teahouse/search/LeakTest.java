package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circles;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nobody learns of what they may not read: not by hits, not by counts, not by suggestions or corrections. */
@TeahouseTest
class LeakTest {
    private static final String SECRET = "zanzibarite";

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomeSearches searches;

    @Autowired
    WriteComment writeComment;

    @Autowired
    Circles allCircles;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    /** A circle with a secret word in a title, a text, a comment and a name. */
    private Owner secretive() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "The " + SECRET, "Nothing else.");
        var number = posts.somePost(owner.member(), "Another", "A text on " + SECRET + ".");
        comment(owner.member(), number, "More " + SECRET);
        circles.join(owner, people.someone("Zanzibarite Smith"));
        searches.index();
        return owner;
    }

    private void comment(Member member, long number, String text) {
        writeComment.write(
                circles.speaker(member, Surface.COMMENT), new WriteComment.Asked(Ids.next(), number, null, text));
    }

    private static String door(Owner owner, String what) {
        return "/c/" + SomeCircles.slug(owner) + "/search" + what;
    }

    private String get(@Nullable Person person, String path) throws Exception {
        var request = mvc.get().uri(path);
        var answer = person == null
                ? request.exchange()
                : request.cookie(people.cookie(person)).exchange();
        return answer.getResponse().getContentAsString();
    }

    private String program(Person person, String path) throws Exception {
        return mvc.get()
                .uri(path)
                .header("Authorization", "Bearer " + tokens.some(person, "read"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    /** By every door, in the circle and over all circles, exactly, misspelt and as a beginning. */
    private void learnsNothing(@Nullable Person person, Owner owner) throws Exception {
        for (var words : List.of(SECRET, "zanzibarit", "zanzibrite")) {
            assertThat(get(person, door(owner, "?q=" + words))
                            .replace("“" + words + "”", "")
                            .replace("\"" + words + "\"", ""))
                    .doesNotContainIgnoringCase("Another", SECRET.equals(words) ? "The <mark>" : SECRET, "Smith");
            assertThat(get(person, door(owner, "/suggestions?q=" + words.substring(0, 6))))
                    .doesNotContainIgnoringCase(SECRET);
            if (person != null) {
                assertThat(program(
                                person, "/api/v1" + door(owner, "?q=" + words).replace("/c/", "/circles/")))
                        .doesNotContainIgnoringCase(SECRET.equals(words) ? "Another" : SECRET)
                        .doesNotContain("\"hits\":1", "\"hits\":2", "\"hits\":3", "\"marked\":true");
                assertThat(program(person, "/api/v1/search?q=" + words))
                        .contains("\"count\":0", "\"items\":[]", "\"corrected\":null");
                assertThat(program(person, "/api/v1/search/suggestions?q=" + words.substring(0, 6)))
                        .doesNotContainIgnoringCase(SECRET);
            }
        }
    }

    @Test
    void members_find_it_even_when_they_may_not_speak() {
        var owner = secretive();
        var muted = circles.someMember(owner);
        circles.mute(muted, "post");

        assertThat(searches.find(muted, SECRET).all()).hasSize(4);
    }

    @Test
    void visitors_strangers_and_members_of_other_circles_learn_nothing() throws Exception {
        var owner = secretive();
        var elsewhere = circles.someMember(circles.someOwner());

        learnsNothing(null, owner);
        learnsNothing(people.someone(), owner);
        learnsNothing(elsewhere.person(), owner);
    }

    @Test
    void who_left_was_removed_or_whose_time_is_over_learns_nothing() throws Exception {
        var owner = secretive();
        for (var state : List.of("left", "removed", "expired")) {
            var gone = circles.someMember(owner);
            db.sql("""
                    update members.membership
                       set state = :state, ended_at = :now, ended_by = case when :state = 'removed' then account_id end
                     where circle_id = :circle and account_id = :account
                    """)
                    .with("state", state)
                    .with("now", clock.instant())
                    .with("circle", owner.circle())
                    .with("account", gone.account())
                    .run();

            learnsNothing(gone.person(), owner);
        }
    }

    /** The index is not told here: what it still holds must not matter. */
    @Test
    void hidden_and_deleted_posts_are_gone_at_once_with_their_comments() {
        for (var way : List.of("hiding", "deletion")) {
            var owner = circles.someOwner();
            var reader = circles.someMember(owner);
            var number = posts.somePost(owner.member(), "The " + SECRET, "It is.");
            comment(owner.member(), number, "More " + SECRET);
            searches.index();
            assertThat(searches.find(reader, SECRET).all()).hasSize(2);

            mvc.post()
                    .uri("/c/" + SomeCircles.slug(owner) + "/p/" + number + "/" + way)
                    .param("reason", "Test")
                    .cookie(people.cookie(owner.member().person()))
                    .with(csrf())
                    .exchange();

            nothing(reader, way + " before the index knows");
            searches.index();
            nothing(reader, way);
        }
    }

    private void nothing(Member reader, String when) {
        for (var words : List.of(SECRET, "zanzibrite")) {
            var found = searches.find(reader, words);
            assertThat(found.all()).as(when).isEmpty();
            assertThat(found.page()).as(when).isEmpty();
        }
        assertThat(searches.suggestions(reader, "zanz")).as(when).isEmpty();
    }

    @Test
    void posts_that_wait_for_their_moment_are_not_found() {
        var owner = circles.someOwner();
        posts.write(
                owner.member(),
                "The " + SECRET,
                "Text.",
                List.of(),
                clock.instant().plus(Duration.ofDays(1)));
        searches.index();

        nothing(owner.member(), "scheduled");
    }

    @Test
    void who_deletes_a_membership_is_no_hit_any_more() {
        var owner = circles.someOwner();
        var member = circles.join(owner, people.someone("Zanzibarite Smith"));
        searches.index();
        assertThat(searches.titles(owner.member(), SECRET)).containsExactly("@Zanzibarite Smith");

        db.sql(
                        "update members.membership set state = 'left', ended_at = now() where circle_id = :c and account_id = :a")
                .with("c", owner.circle())
                .with("a", member.account())
                .run();

        nothing(owner.member(), "left");
    }

    @Test
    void where_everybody_reads_visitors_find_posts_and_comments_but_no_members() throws Exception {
        var owner = secretive();
        db.sql("update circles.circle set public_reading = true where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        allCircles.changed(owner.circle());

        assertThat(get(null, door(owner, "?q=" + SECRET))).contains("Another").doesNotContain("Smith");
        assertThat(get(null, door(owner, "/suggestions?q=zanz")))
                .contains("The " + SECRET)
                .doesNotContain("Smith");
        assertThat(get(null, door(owner, "?q=smith"))).doesNotContain("Zanzibarite Smith", "/m/");
    }

    /** A free preview is read from outside, but a circle that is not public is not searched from outside. */
    @Test
    void previews_open_no_search() throws Exception {
        var owner = secretive();
        db.sql("update content.post set preview = true where circle_id = :circle")
                .with("circle", owner.circle())
                .run();

        learnsNothing(people.someone(), owner);
    }

    @Test
    void all_my_circles_are_mine_alone() throws Exception {
        var mine = secretive();
        var other = secretive();
        var reader = circles.someMember(mine);

        var found = program(reader.person(), "/api/v1/search?q=" + SECRET);

        assertThat(found)
                .contains("\"count\":4")
                .contains(SomeCircles.slug(mine))
                .doesNotContain(SomeCircles.slug(other));
    }

    @Test
    void recent_searches_are_nobody_elses() throws Exception {
        var owner = secretive();
        var reader = circles.someMember(owner);
        get(reader.person(), door(owner, "?q=" + SECRET));

        assertThat(program(reader.person(), "/api/v1/me/searches")).contains(SECRET);
        assertThat(program(owner.member().person(), "/api/v1/me/searches")).doesNotContain(SECRET);
    }
}
