package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.reports.Report.Reason;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits stands in one order, wherever it comes from: what is more pressing, then what waits longest. */
@TeahouseTest
class QueueOrderTest {
    @Autowired
    QueueSheet queueSheet;

    @Autowired
    SomeCircles circles;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;
    Staff staff;
    Member writer;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        writer = circles.someMember(owner);
    }

    /** Appeals stand between what is pressing and what can wait; every page begins where the one before ended. */
    @Test
    void the_whole_queue_is_one_order_over_all_pages() {
        for (var i = 0; i < 25; i++) {
            insert(i % 4, i);
        }
        for (var i = 0; i < 5; i++) {
            appeal(i);
            application(i);
        }
        var seen = new ArrayList<QueueRow>();
        var page = queueSheet.page(staff, "all", null, 4);
        seen.addAll(page.items());
        while (page.next() != null) {
            page = queueSheet.page(staff, "all", page.next(), 4);
            seen.addAll(page.items());
        }
        assertThat(seen).hasSize(35).doesNotHaveDuplicates();
        assertThat(seen.stream().map(QueueRow::risk)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.stream().filter(row -> row.kind().equals("appeal"))).hasSize(5);
        assertThat(queueSheet.page(staff, "applications", null, 30).items()).hasSize(5);
    }

    @Test
    void what_is_about_staff_themselves_waits_for_their_colleagues() {
        var now = circles.someAdmin(owner);
        writer = now.member();
        insert(1, 0);
        appeal(0);
        application(0);
        assertThat(queueSheet.page(now, "all", null, 30).items())
                .extracting(QueueRow::kind)
                .containsExactly("application");
        assertThat(queueSheet.counts(now)).isEqualTo(new QueueCounts(0, 0, 0, 0, 1));
        assertThat(queueSheet.counts(staff)).isEqualTo(new QueueCounts(0, 1, 0, 1, 1));
    }

    private void insert(int risk, int minutes) {
        jdbc.update("""
                insert into review.item (circle_id, item_id, kind, thing_id, author_id, about_admin, held, rules, reports, mended, risk, state,
                                         turn, opened_at, reason)
                values (?, gen_random_uuid(), 'member', gen_random_uuid(), ?, false, false, '{}', 1, false, ?, 'open', 1,
                        now() - make_interval(mins => ?), '')
                """, owner.circle().value(), writer.account().value(), risk, minutes % 3);
    }

    private void appeal(int minutes) {
        jdbc.update("""
                insert into letters.letter
                values (?, gen_random_uuid(), ?, 'mute', gen_random_uuid(), '', 'open', 'staff', now() - make_interval(mins => ?), now(), now(),
                        null, null)
                """, owner.circle().value(), writer.account().value(), minutes % 2);
    }

    private void application(int minutes) {
        jdbc.update("""
                insert into applications.application (circle_id, application_id, account_id, name, questions, answers, state, made_at)
                values (?, gen_random_uuid(), gen_random_uuid(), 'Applicant', '{}', '{}', 'waiting', now() - make_interval(mins => ?))
                """, owner.circle().value(), minutes % 2);
    }

    @Test
    void risk_follows_the_published_rules() {
        var spam = Reason.SPAM;
        var fraud = Reason.FRAUD;
        var grades = Map.of(
                new Risk(0, List.of(spam), false, 0), 1,
                new Risk(0, List.of(fraud), false, 0), 2,
                new Risk(0, List.of(spam, spam, spam), false, 0), 2,
                new Risk(0, List.of(spam, fraud, spam), false, 0), 3,
                new Risk(0, List.of(spam), true, 0), 2,
                new Risk(0, List.of(spam), false, 2), 2,
                new Risk(2, List.of(), false, 0), 2,
                new Risk(0, List.of(), true, 3), 0,
                new Risk(3, List.of(spam), true, 1), 3);
        grades.forEach(
                (risk, grade) -> assertThat(risk.grade()).as(risk.toString()).isEqualTo(grade));
    }
}
