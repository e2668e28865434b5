package app.teahouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.DeletePost;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Role;
import app.teahouse.members.ChangeRole;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class CircleLogTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    ChangeRole changeRole;

    @Autowired
    CircleLog log;

    @Autowired
    SomePosts posts;

    @Autowired
    DeletePost deletePost;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void what_was_done_to_a_circle_and_its_members_stands_there_once_the_newest_first() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var number = member.standing().number();
        var cookie = people.cookie(owner.member().person());
        var circle = "/c/" + SomeCircles.slug(owner);

        changeRole.change(staff, number, Role.VOLUNTEER);
        assertThat(mvc.post()
                        .uri(circle + "/m/" + number + "/removal")
                        .cookie(cookie)
                        .with(csrf())
                        .param("reason", "Sold umbrellas"))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(circle + "/manage/settings/archive")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);

        await().untilAsserted(() -> assertThat(log.page(staff, null, 10).items())
                .extracting(LogView::kind, LogView::by, LogView::whose, LogView::reason)
                .containsExactly(
                        tuple("archived", alias(owner.member()), null, ""),
                        tuple("removed", alias(owner.member()), alias(member), "Sold umbrellas"),
                        tuple("role", alias(owner.member()), alias(member), "")));
        var first = log.page(staff, null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(mvc.get().uri("/api/v1/circles/" + SomeCircles.slug(owner) + "/log"))
                .hasStatus(401);
    }

    /** Whoever looks for one thing finds it by an index, and what was changed says how it was. */
    @Test
    void it_is_sifted_tells_before_and_after_and_leaves_as_a_table() throws Exception {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var other = circles.someMember(owner);
        var number = member.standing().number();
        var circle = "/c/" + SomeCircles.slug(owner);
        var cookie = people.cookie(owner.member().person());
        changeRole.change(staff, number, Role.VOLUNTEER);
        changeRole.change(staff, other.standing().number(), Role.VOLUNTEER);
        assertThat(mvc.post()
                        .uri(circle + "/m/" + number + "/speaking")
                        .cookie(cookie)
                        .with(csrf())
                        .param("kind", "mute")
                        .param("preset", "posts")
                        .param("term", "review")
                        .param("reason", "=Shops"))
                .hasStatus(303);
        await().untilAsserted(
                        () -> assertThat(log.page(staff, null, 10).items()).hasSize(3));

        assertThat(log.page(staff, LogFilter.about(member.account()), null, 10).items())
                .extracting(LogView::kind, LogView::before, LogView::after)
                .containsExactly(tuple("mute", "", ""), tuple("role", "member", "volunteer"));
        assertThat(page(circle + "/manage/log?kind=members&whose=" + number, cookie))
                .contains("Before: Member → now: Volunteer")
                .doesNotContain("Shops");
        assertThat(page(circle + "/manage/log?whose=99999", cookie)).contains("Nobody with this number");
        assertThat(page(circle + "/manage/log.csv?kind=rights", cookie))
                .contains("'=Shops")
                .doesNotContain("volunteer");
        assertThat(page(circle + "/membership/log", people.cookie(member.person())))
                .contains("The staff muted you", "=Shops", "The staff changed the role of you")
                .doesNotContain(alias(owner.member()));
    }

    /** What differs stands there in the words that members read, and not in the marks they are written with. */
    @Test
    void long_changes_open_to_their_words() throws Exception {
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var circle = "/c/" + SomeCircles.slug(owner);
        for (var rules :
                List.of("Be **kind**.\n\n1. One\n2. Two", "Be **kind**.\n\n1. One\n2. Two, and *three*\n3. Four")) {
            assertThat(mvc.post()
                            .uri(circle + "/manage/settings/rules")
                            .cookie(cookie)
                            .with(csrf())
                            .param("text", rules))
                    .hasStatus(303);
        }
        await().untilAsserted(() -> assertThat(page(circle + "/manage/log", cookie))
                .contains("What changed", "2. Two, and three\n3. Four")
                .doesNotContain("*three*"));
        assertThat(page(circle + "/manage/log.csv", cookie)).contains(alias(owner.member()) + " changed the rules");
    }

    /** Beside the queue too; who takes back their own words does nothing that others want to know. */
    @Test
    void whose_words_staff_delete_stands_there() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var number = posts.somePost(member);
        deletePost.delete(member, PostKey.of("" + posts.somePost(member)));
        deletePost.delete(owner.member(), PostKey.of("" + number));
        deletePost.restore(owner.member(), PostKey.of("" + number));

        assertThat(log.page(staff, null, 10).items())
                .extracting(LogView::kind, LogView::by, LogView::whose, LogView::about)
                .containsExactly(
                        tuple("review_reversed", alias(owner.member()), alias(member), ""),
                        tuple("reviewed", alias(owner.member()), alias(member), "post delete none"));
    }

    @Test
    @Tag("once") // The database of the second run has one role.
    void nobody_rewrites_it() {
        assertThatThrownBy(() -> jdbc.update("update log.entry set reason = 'Nothing'"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void each_way_to_sift_a_long_log_has_an_index() {
        var owner = circles.someOwner();
        jdbc.update("""
                insert into log.entry (circle_id, entry_id, kind, by_id, whose_id, about, reason, at)
                select ?, gen_random_uuid(), 'mute', ?, gen_random_uuid(), 'post', '', now()
                  from generate_series(1, 20000)
                """, owner.circle().value(), owner.account().value());
        jdbc.execute("analyze log.entry");
        for (var where : List.of("by_id = ?", "whose_id = ?")) {
            var plan = String.join(
                    "\n",
                    jdbc.queryForList(
                            "explain select entry_id from log.entry where circle_id = ? and " + where
                                    + " order by entry_id desc limit 31",
                            String.class,
                            owner.circle().value(),
                            owner.account().value()));
            assertThat(plan).doesNotContain("Seq Scan").doesNotContain("Sort");
        }
    }

    private String page(String path, Cookie cookie) throws Exception {
        return mvc.get().uri(path).cookie(cookie).exchange().getResponse().getContentAsString();
    }

    private static String alias(app.teahouse.kernel.Member member) {
        return member.standing().alias();
    }
}
