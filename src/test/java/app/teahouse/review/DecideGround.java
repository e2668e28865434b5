package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.reports.SomeReports;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A post of a member, which others report. */
abstract class DecideGround {
    @Autowired
    Decide decide;

    @Autowired
    QueueSheet queueSheet;

    @Autowired
    ItemSheet itemSheet;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeReports reports;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;

    Staff staff;

    Member writer;

    long number;

    @BeforeEach
    void aPostOfAMember() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        writer = circles.someMember(owner);
        number = posts.somePost(writer, "Shoes", "Cheap shoes here");
    }

    void report(Member reporter) {
        reports.post(reporter, number, "spam");
    }

    List<QueueRow> waiting(String show) {
        return queueSheet.page(staff, show, null, 30).items();
    }

    /** Events come a moment later. */
    ItemId item(int reports) {
        await().untilAsserted(() -> assertThat(waiting("reported"))
                .singleElement()
                .extracting(QueueRow::reports)
                .isEqualTo(reports));
        return new ItemId(Ids.parse(waiting("reported").getFirst().key()));
    }

    ItemId reported() {
        report(circles.someMember(owner));
        return item(1);
    }

    Item now(ItemId id) {
        return itemSheet.one(staff, id).item();
    }

    void decide(ItemId id, Fate fate, Measure measure, @Nullable Integer days) {
        decide.decide(staff, id, new Choice(now(id).turn(), fate, measure, days, "Rule 3"));
    }

    String state() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select state from content.post where circle_id = ? and number = ?",
                String.class,
                owner.circle().value(),
                number));
    }
}
