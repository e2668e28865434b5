package app.teahouse.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list and the bell read an index in its order, for somebody with many notices among others. */
@TeahouseTest
class NoticePlanTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    Notices notices;

    @Autowired
    Bells bells;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Owner owner;

    @BeforeEach
    void fillOnce() {
        if (filled) {
            return;
        }
        owner = circles.someOwner();
        ScopedValue.where(Pools.FOR_JOBS, true).run(this::fill);
        filled = true;
    }

    private void fill() {
        fill(owner.account().value(), 10_000);
        for (var i = 0; i < 20; i++) {
            fill(Ids.next(), 500);
        }
        jdbc.update(
                "insert into notify.bell (account_id, unseen) select gen_random_uuid(), 1 from generate_series(1, 5000)");
        jdbc.execute("analyze notify.notice");
        jdbc.execute("analyze notify.bell");
    }

    /** Every other one is of the owner's circle. */
    private void fill(UUID account, int many) {
        jdbc.update("""
                insert into notify.notice
                       (account_id, notice_id, circle_id, kind, about, number, told_at, seen_at)
                select ?, gen_random_uuid(), case when n % 2 = 0 then ?::uuid else gen_random_uuid() end, 'post', 'post:' || n, n,
                       t.at, case when n % 100 > 0 then t.at end
                  from generate_series(1, ?) as n
                 cross join lateral (select timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' as at) t
                """, account, owner.circle().value(), many);
    }

    @Test
    void the_newest_first() {
        var reader = owner.member().person();
        assertThat(plans.of(() -> notices.list(reader, null, null, 20), "order by told_at desc"))
                .contains("notice_list on")
                .doesNotContain("Seq Scan", "Sort");
        var next = notices.list(reader, null, null, 20).next();
        assertThat(plans.of(() -> notices.list(reader, null, next, 20), "order by told_at desc"))
                .contains("notice_list on")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void those_of_a_circle() {
        var reader = owner.member().person();
        assertThat(plans.of(() -> notices.list(reader, owner.circle(), null, 20), "and circle_id"))
                .containsPattern("notice_list(_of_circle)? on")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void the_circles_to_choose_from() {
        assertThat(plans.of(() -> notices.circlesOf(owner.member().person()), "limit 200"))
                .contains("notice_list on")
                .doesNotContain("Seq Scan");
    }

    @Test
    void how_many_are_new() {
        assertThat(plans.of(() -> bells.unread(owner.account()), "notify.bell"))
                .contains("bell_pkey")
                .doesNotContain("Seq Scan");
    }
}
