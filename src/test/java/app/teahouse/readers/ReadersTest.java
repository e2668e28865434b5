package app.teahouse.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import app.teahouse.tokens.SomeTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What staff learn of readers, and of whom they learn nothing. */
@TeahouseTest
class ReadersTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Traces traces;

    @Autowired
    ColumnReaders columnReaders;

    @Autowired
    PostReaders postReaders;

    @Autowired
    CountColumn countColumn;

    @Autowired
    CountColumns countColumns;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private record Stand(Owner owner, Member quick, Member slow, Member idle) {}

    /** A course of three posts: one did it in two days, one is at it, one has not begun. */
    private Stand stand(boolean course) throws Exception {
        var owner = circles.someOwner();
        for (var title : List.of("Leaves", "Water", "Cups")) {
            posts.somePost(owner.member(), title, "Words about it.");
        }
        columns.published(owner.member(), "Green tea", course, 1, 2, 3);
        var stand = new Stand(
                owner,
                circles.join(owner, people.someone("Quick Reader")),
                circles.join(owner, people.someone("Slow Reader")),
                circles.join(owner, people.someone("Idle Reader")));
        var monday = clock.instant().minus(Duration.ofDays(3));
        read(stand.quick(), 1, 1000, monday);
        read(stand.quick(), 2, 1000, monday.plus(Duration.ofDays(1)));
        read(stand.quick(), 3, 1000, monday.plus(Duration.ofDays(2)));
        read(stand.slow(), 1, 1000, monday);
        read(stand.slow(), 2, 420, monday.plus(Duration.ofDays(1)));
        return stand;
    }

    private void read(Member member, long post, int part, java.time.Instant at) {
        TestClock.at(at, () -> {
            traces.opened(member, post);
            traces.position(member, post, part);
            traces.flush();
        });
    }

    @Test
    void a_column_says_who_began_and_finished_and_where_they_are_lost() throws Exception {
        for (var course : List.of(true, false)) {
            var stand = stand(course);
            var staff = circles.staff(stand.owner());

            var report = columnReaders.report(staff, 1);

            assertThat(report.begun()).isEqualTo(2);
            assertThat(report.finished()).isEqualTo(1);
            assertThat(report.going()).isEqualTo(1);
            assertThat(report.notBegun()).as("the owner has not read it either").isEqualTo(2);
            assertThat(report.medianDays()).isEqualTo(2);
            countColumns.step(clock.instant());
            var line = columnReaders.columns(staff).getFirst();
            var count = countColumn.count(staff.circle(), line);
            countColumn.keep(staff.circle(), line.value(), count);
            assertThat(countColumn.kept(staff.circle(), line))
                    .as("kept for large circles")
                    .contains(count);
            assertThat(report.items()).extracting(ColumnReport.ItemReport::done).containsExactly(2, 1, 1);
            assertThat(report.worst())
                    .extracting(ColumnReport.ItemReport::place)
                    .isEqualTo(2);
            assertThat(names(stand, Progress.NOT_BEGUN)).contains("Idle Reader").hasSize(2);
            assertThat(names(stand, Progress.GOING)).containsExactly("Slow Reader");
            assertThat(names(stand, Progress.FINISHED)).containsExactly("Quick Reader");
        }
    }

    private List<String> names(Stand stand, Progress who) {
        return columnReaders.members(circles.staff(stand.owner()), 1, who, 0, 10).items().stream()
                .map(reader -> reader.card().alias())
                .toList();
    }

    @Test
    void a_post_says_how_far_its_readers_came_and_pages_by_key() throws Exception {
        var stand = stand(false);
        var staff = circles.staff(stand.owner());

        var counted = postReaders.post(staff, 2).counted();
        assertThat(counted.readers()).isEqualTo(2);
        assertThat(counted.finished()).isEqualTo(1);
        assertThat(counted.stops()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

        var first = postReaders.readers(staff, 1, null, 1);
        var second = postReaders.readers(staff, 1, first.next(), 1);
        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(first.items().getFirst().card())
                .isNotEqualTo(second.items().getFirst().card());
    }

    @Test
    void staff_see_it_and_members_do_not() throws Exception {
        var stand = stand(true);
        var owner = stand.owner().member();
        assertThat(page(owner, "/manage/readers")).contains("Green tea", "2 readers");
        assertThat(page(owner, "/manage/readers/posts/2")).contains("Quick Reader", "42 % read", "Where people stop");
        assertThat(page(owner, "/manage/readers/columns/1?who=finished")).contains("Quick Reader", "2 days");
        assertThat(page(owner, "/manage/readers/columns/1/table"))
                .startsWith("\uFEFFNumber,Name")
                .contains("Idle Reader,Not begun,0,3");
        assertThat(page(
                        owner,
                        "/manage/readers/members/" + stand.slow().standing().number()))
                .contains("Leaves", "Water")
                .doesNotContain("Cups");
        for (var path : List.of("/manage/readers", "/manage/readers/posts/1", "/manage/readers/columns/1/table")) {
            assertThat(get(stand.quick(), path)).hasStatus(403);
            assertThat(get(circles.someOwner().member(), "/c/" + SomeCircles.slug(stand.owner()), path))
                    .hasStatus(403);
        }
    }

    @Test
    void a_name_that_is_a_formula_is_a_text_in_tables() throws Exception {
        var stand = stand(true);
        db.sql("update members.membership set alias = '=HYPERLINK(\"x\")' where circle_id = :c and account_id = :a")
                .with("c", stand.quick().circle())
                .with("a", stand.quick().account())
                .run();
        assertThat(page(stand.owner().member(), "/manage/readers/posts/1/table"))
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

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

    private String page(Member member, String path) throws Exception {
        return body(get(member, path));
    }

    private String mine(Member member, String path) throws Exception {
        return body(mvc.get().uri(path).cookie(people.cookie(member.person())).exchange());
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult get(Member member, String path) {
        return get(member, "/c/" + member.face().slug(), path);
    }

    private MvcTestResult get(Member member, String circle, String path) {
        return mvc.get()
                .uri(circle + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }
}
