package app.teahouse.readers;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff learn of readers. */
@TeahouseTest
class ReadersTest extends ReadersGround {
    @Autowired
    CountColumn countColumn;

    @Autowired
    CountColumns countColumns;

    @Autowired
    Db db;

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
}
