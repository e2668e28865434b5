package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle comes in from an archive, or does not. */
@TeahouseTest
@Tag("once")
class ArrivalTest {
    private static final String PASSPHRASE = SomeLeft.PASSPHRASE;

    @Autowired
    SomeLeft some;

    @Autowired
    SomePeople people;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    BeginArrival beginArrival;

    @Autowired
    StopArrival stopArrival;

    @Autowired
    WorkArrivals workArrivals;

    @Autowired
    ArrivalSheet sheet;

    @Autowired
    Places places;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Test
    void nobody_sees_it_before_all_of_it_is_in() throws IOException {
        var left = some.left(null);
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        var preview = sheet.one(person, circle);
        assertThat(preview.count("content.post")).isEqualTo(2);
        assertThat(preview.free()).isFalse();
        assertThat(some.count("content.post", circle)).isZero();

        var slug = SomeLeft.slug();
        beginArrival.begin(person, circle, new Wish(slug, null, true));
        var steps = 0;
        while (some.count("circles.circle", circle) == 0) {
            assertThatThrownBy(() -> gate.member(new Visitor(person), slug)).hasMessage("circle.unknown");
            workArrivals.step(clock.instant(), 1);
            steps++;
        }
        arrivals.work(person, circle);

        assertThat(steps).isGreaterThan(10);
        assertThat(gate.owner(new Visitor(person), slug).circle()).isEqualTo(circle);
        assertThat(some.count("kernel.event", circle)).as("nobody is told").isZero();
    }

    @Test
    void who_stops_it_leaves_nothing_behind() throws IOException {
        var left = some.left(null);
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        var slug = SomeLeft.slug();
        beginArrival.begin(person, circle, new Wish(slug, null, true));
        for (var i = 0; i < 30 && some.count("content.post", circle) == 0; i++) {
            workArrivals.step(clock.instant(), 1);
        }
        assertThat(some.count("content.post", circle)).isPositive();

        stopArrival.stop(person, circle);
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("cancelled");
        assertThat(some.leftovers(circle)).isEmpty();
        assertThat(jdbc.queryForList("select slug from circles.slug_claim where slug = ?", String.class, slug))
                .isEmpty();
    }

    @Test
    void without_the_passphrase_all_comes_but_no_place_waits() throws IOException {
        var left = some.left(PASSPHRASE);
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        assertThatThrownBy(
                        () -> beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), "another passphrase", true)))
                .hasMessage("arrival.passphrase-wrong");
        assertThatThrownBy(
                        () -> beginArrival.begin(person, circle, new Wish(SomeCircles.slug(left.owner()), null, true)))
                .hasMessage("slug.taken");

        beginArrival.begin(person, circle, new Wish(SomeLeft.slug(), null, true));
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("done");
        assertThat(places.of(left.member())).isEmpty();
    }

    @Test
    void somebody_else_who_brings_it_owns_it_and_speaks_for_nobody() throws IOException {
        var left = some.left(null);
        var stranger = people.someone("Stranger");
        var circle = arrivals.bring(stranger, left.file());
        var slug = SomeLeft.slug();
        beginArrival.begin(stranger, circle, new Wish(slug, null, false));
        arrivals.work(stranger, circle);

        assertThat(gate.owner(new Visitor(stranger), slug).circle()).isEqualTo(circle);
        assertThat(jdbc.queryForObject(
                        "select role from members.membership where circle_id = ? and number = 1",
                        String.class,
                        circle.value()))
                .isEqualTo("member");
    }
}
