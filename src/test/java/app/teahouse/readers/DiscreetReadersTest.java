package app.teahouse.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.kernel.Member;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of whom nobody learns what they read, and what one sees of oneself. */
@TeahouseTest
class DiscreetReadersTest extends ReadersGround {
    @Autowired
    SomeTokens tokens;

    @Test
    void who_does_not_show_what_they_read_leaves_no_trace_in_any_page_table_or_answer() throws Exception {
        var stand = stand(true);
        var owner = stand.owner().member();
        var slow = stand.slow();
        var hidden = mvc.post()
                .uri("/me/reading/record")
                .cookie(people.cookie(slow.person()))
                .param("hide", "true")
                .with(csrf());
        assertThat(hidden).hasStatus(303);

        var paths = new ArrayList<String>();
        for (var part : List.of("", "?who=not_begun", "?who=going", "?who=finished")) {
            paths.add("/manage/readers/columns/1" + part);
            paths.add("/manage/readers/columns/1/table" + part);
            paths.add("api /readers/columns/1/members" + part);
        }
        for (var post : List.of(1, 2, 3)) {
            paths.add("/manage/readers/posts/" + post);
            paths.add("/manage/readers/posts/" + post + "/table");
            paths.add("api /readers/posts/" + post);
            paths.add("api /readers/posts/" + post + "/members");
        }
        paths.addAll(List.of("/manage/readers", "api /readers/posts", "api /readers/columns/1"));
        for (var path : paths) {
            assertThat(answer(owner, path)).as(path).doesNotContain("Slow Reader");
        }

        assertThat(columnReaders.report(circles.staff(stand.owner()), 1).begun())
                .isEqualTo(1);
        assertThat(postReaders
                        .post(circles.staff(stand.owner()), 2)
                        .counted()
                        .stops()
                        .get(4))
                .isZero();
        var theirs = "/manage/readers/members/" + slow.standing().number();
        var idle = "/manage/readers/members/" + stand.idle().standing().number();
        assertThat(page(owner, theirs)
                        .replace("Slow Reader", "Idle Reader")
                        .replace(theirs, idle)
                        .replace(
                                "/m/" + slow.standing().number(),
                                "/m/" + stand.idle().standing().number())
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"|X-CSRF-Token[^}]*", ""))
                .as("the same as of somebody who has read nothing")
                .isEqualTo(page(owner, idle).replaceAll("name=\"_csrf\" value=\"[^\"]*\"|X-CSRF-Token[^}]*", ""));
        assertThat(page(owner, theirs + "/table").lines()).hasSize(1);
        assertThat(answer(owner, "api /readers/members/" + slow.standing().number()))
                .doesNotContain("Leaves");

        var later = circles.someOwner();
        posts.somePost(later.member());
        var there = circles.join(later, slow.person());
        read(there, 1, 1000, clock.instant());
        assertThat(postReaders.readers(circles.staff(later), 1, null, 10).items())
                .as("a circle joined later")
                .isEmpty();
    }

    @Test
    void one_sees_and_deletes_ones_own_and_staff_see_it_gone() throws Exception {
        var stand = stand(true);
        var slow = stand.slow();
        assertThat(mine(slow, "/me/reading")).contains("Water", "42 % read", "Green tea", "1 of 3 done");
        assertThat(mine(slow, "/me/reading/finished")).contains("Leaves").doesNotContain("Water");
        assertThat(mine(slow, "/me/reading?circle=" + slow.face().slug())).contains("Water");

        assertThat(mvc.post()
                        .uri("/me/reading/record/deletion")
                        .cookie(people.cookie(slow.person()))
                        .with(csrf()))
                .hasStatus(303);

        assertThat(mine(slow, "/me/reading/finished")).doesNotContain("Leaves");
        assertThat(page(stand.owner().member(), "/manage/readers/posts/1")).doesNotContain("Slow Reader");
        assertThat(postReaders.post(circles.staff(stand.owner()), 1).counted().readers())
                .isEqualTo(1);
    }

    private String answer(Member staff, String path) throws Exception {
        return path.startsWith("api ")
                ? body(mvc.get()
                        .uri("/api/v1/circles/" + staff.face().slug() + path.substring(4))
                        .header("Authorization", "Bearer " + tokens.some(staff.person(), "read", "manage"))
                        .exchange())
                : page(staff, path);
    }

    private String mine(Member member, String path) throws Exception {
        return body(mvc.get().uri(path).cookie(people.cookie(member.person())).exchange());
    }
}
