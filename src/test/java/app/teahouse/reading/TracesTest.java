package app.teahouse.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class TracesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Traces traces;

    @Autowired
    ReadAll readAll;

    @Autowired
    Place.Source places;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private long opened(Member member) {
        return db.sql("select count(*) from reading.opened where circle_id = :circle and account_id = :account")
                .with("circle", member.circle())
                .with("account", member.account())
                .one(Long.class);
    }

    @Test
    void posts_opened_in_any_order_move_the_mark_when_none_is_left_out() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        for (var i = 0; i < 4; i++) {
            posts.somePost(owner.member());
        }
        traces.opened(member, 3);
        traces.opened(member, 2);
        traces.flush();
        assertThat(circles.again(member).standing().seenNumber()).isZero();
        assertThat(opened(member)).isEqualTo(2);

        traces.opened(member, 1);
        traces.flush();
        assertThat(circles.again(member).standing().seenNumber()).isEqualTo(3);
        assertThat(opened(member)).isZero();
    }

    @Test
    void all_read_means_all_that_was_there() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member());
        posts.somePost(owner.member());
        var now = circles.again(member);
        posts.somePost(owner.member());

        readAll.upTo(now, 99);

        assertThat(circles.again(member).standing().seenNumber()).isEqualTo(2);
    }

    @Test
    void nothing_from_before_joining_is_unread() {
        var owner = circles.someOwner();
        posts.somePost(owner.member());

        assertThat(circles.someMember(owner).standing().unread()).isZero();
    }

    @Test
    void where_i_stopped_moves_with_a_new_visit_only() throws Exception {
        var member = circles.someMember(circles.someOwner());
        var monday = clock.instant();
        look(member, monday, 5);
        assertThat(TestClock.at(monday.plusSeconds(60), () -> places.of(member)))
                .get()
                .extracting(Place::number)
                .isEqualTo(5L);

        var tuesday = monday.plus(Duration.ofDays(1));
        look(member, tuesday, 9);
        look(member, tuesday.plusSeconds(120), 10);

        Optional<Place> now = TestClock.at(tuesday.plusSeconds(180), () -> places.of(member));
        assertThat(now).get().extracting(Place::number).isEqualTo(5L);
        Optional<Place> later = TestClock.at(tuesday.plus(Duration.ofDays(1)), () -> places.of(member));
        assertThat(later).get().extracting(Place::number).isEqualTo(10L);
    }

    private void look(Member member, java.time.Instant at, long number) {
        TestClock.at(at, () -> {
            traces.top(member, at, number);
            traces.flush();
        });
    }
}
