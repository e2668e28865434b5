package app.teahouse.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Surface;
import app.teahouse.members.MyCircles;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How a circle is closed, deleted, and really gone. */
@TeahouseTest
class EndTest {
    @Autowired
    ArchiveCircle archiveCircle;

    @Autowired
    DeleteCircle deleteCircle;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    MyCircles myCircles;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    @Test
    void an_archived_circle_is_read_and_nothing_is_added() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        archiveCircle.archive(circles.partner(owner));

        assertThatThrownBy(() -> circles.speaker(member, Surface.POST)).hasMessage("circle.archived");
        assertThatThrownBy(() -> circles.someMember(owner)).hasMessage("circle.archived");
        assertThat(browser.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/members")
                        .cookie(people.cookie(member.person())))
                .hasStatusOk();

        archiveCircle.open(circles.partner(owner));
        circles.speaker(member, Surface.POST);
    }

    @Test
    void a_circle_that_is_being_deleted_is_there_for_members_only_and_can_be_kept() {
        var owner = circles.someOwner();
        var slug = SomeCircles.slug(owner);
        deleteCircle.delete(owner);

        assertThat(browser.get().uri("/c/" + slug + "/about")).hasStatus(404);
        assertThat(browser.get()
                        .uri("/c/" + slug + "/members")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk();
        assertThatThrownBy(() -> deleteCircle.delete(owner)).hasMessage("circle.deleting");

        deleteCircle.keep(owner);
        assertThat(browser.get().uri("/c/" + slug + "/about")).hasStatusOk();
    }

    @Test
    void after_fourteen_days_nothing_of_it_is_left_but_its_address() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var gone = deleteCircle.delete(owner);
        jobs.run("circles.erase", gone.minusSeconds(1));
        assertThat(rows("circles.circle", owner)).isEqualTo(1);

        jobs.run("circles.erase", clock.instant().plus(Duration.ofDays(15)));

        for (var table : jdbc.queryForList("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'circle_id' and not a.attisdropped
                 where c.relkind = 'r' and n.nspname not in ('kernel', 'public')
                """, String.class)) {
            assertThat(rows(table, owner)).as(table).isEqualTo(table.equals("circles.slug_claim") ? 1 : 0);
        }
        assertThat(myCircles.of(member.person())).isEmpty();
    }

    private long rows(String table, app.teahouse.kernel.Owner owner) {
        var count = jdbc.queryForObject(
                "select count(*) from " + table + " where circle_id = ?",
                Long.class,
                owner.circle().value());
        return count == null ? -1 : count;
    }
}
