package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.SomeArrivals;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Visitor;
import app.teahouse.testing.Furnished;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A circle that leaves and comes in again is the same circle, and its next export is the same file. */
@TeahouseTest
@Tag("database15")
class RoundTripTest {
    @Autowired
    SomeExports exports;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    Furnished furnished;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_furnished_circle_comes_back_the_same() throws IOException {
        assertSame(furnished.rooms("Lu Yu").owner());
    }

    private void assertSame(Owner owner) throws IOException {
        var first = exports.export(owner, "a long passphrase");
        var slug = "back-" + UUID.randomUUID().toString().substring(0, 8);
        var person = owner.member().person();

        var circle = arrivals.arrive(person, first, slug, "a long passphrase");

        var again = gate.owner(new Visitor(person), slug);
        assertThat(again.circle()).isEqualTo(circle);
        var second = exports.export(again, "a long passphrase");
        assertThat(SomeExports.entries(second)).isEqualTo(SomeExports.entries(first));
        for (var counter : new String[] {
            "select sum(comment_count) from content.post where circle_id = ?",
            "select sum(reaction_count) from content.post where circle_id = ?",
            "select sum(reaction_count) from comments.comment where circle_id = ?",
            "select sum(post_count) from tags.tag where circle_id = ?",
            "select member_count from circles.pulse where circle_id = ?",
        }) {
            assertThat(number(counter, circle.value()))
                    .as(counter)
                    .isEqualTo(number(counter, owner.circle().value()));
        }
    }

    private long number(String sql, UUID circle) {
        var number = jdbc.queryForObject(sql, Long.class, circle);
        return number == null ? 0 : number;
    }
}
