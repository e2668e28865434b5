package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Plans;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** However much waits, a page of the queue reads an index in its order, and only as much of it as it shows. */
@TeahouseTest
class QueuePlanTest {
    private static final int MANY = Integer.getInteger("teahouse.queue", 20_000);

    @Autowired
    SomeCircles circles;

    @Autowired
    QueueSheet queueSheet;

    @Autowired
    Plans plans;

    @Autowired
    JdbcTemplate jdbc;

    private static boolean filled;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    private static Staff staff;

    @BeforeEach
    void fillOnce() {
        if (filled) {
            return;
        }
        var owner = circles.someOwner();
        staff = circles.staff(owner);
        ScopedValue.where(Pools.FOR_JOBS, true).run(() -> fill(owner));
        filled = true;
    }

    private void fill(Owner owner) {
        jdbc.update(
                """
                insert into review.item (circle_id, item_id, kind, thing_id, author_id, about_admin, held, rules, reports, mended, risk, state,
                                         turn, opened_at, reason)
                select ?, gen_random_uuid(), 'post', gen_random_uuid(), ?, n % 50 = 0, n % 3 = 0, '{}', n % 2, false, n % 4, 'open', 1,
                       timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', ''
                  from generate_series(1, ?) as n
                """, owner.circle().value(), circles.someMember(owner).account().value(), MANY);
        jdbc.execute("analyze review.item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "held", "reported"})
    void an_index_in_its_order(String show) {
        var first = queueSheet.page(staff, show, null, 30);
        assertThat(first.items()).hasSize(30);
        assertThat(plans.of(() -> queueSheet.page(staff, show, null, 30), "from review.item i"))
                .contains("Index Scan using item_")
                .doesNotContain("Seq Scan on item", "Sort");
        assertThat(plans.of(() -> queueSheet.page(staff, show, first.next(), 30), "from review.item i"))
                .contains("Index Scan using item_", "Index Cond")
                .doesNotContain("Seq Scan on item", "Sort");
    }

    /** At 100,000 items (-Dteahouse.queue=100000) a page took 3 ms here, the first and the last. */
    @Test
    void the_last_page_is_as_long_as_the_first() {
        var last = new QueueKey(0, Instant.parse("2026-01-01T00:00:00Z"), QueueKey.FIRST).text();
        assertThat(queueSheet.page(staff, "all", last, 30).items()).hasSize(30);
        assertThat(queueSheet.counts(staff).held()).isEqualTo(1_000);
    }
}
