package app.teahouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Events;
import app.teahouse.kernel.Held;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Surface;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What rules held waits in the queue of the staff, and is decided there. */
@TeahouseTest
@Tag("database15")
class HeldItemTest extends DecideGround {
    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void what_rules_held_waits_as_pressing_as_they_say_and_comes_out_when_it_is_kept() {
        transaction.executeWithoutResult(_ -> {
            var post = jdbc.queryForObject(
                    "update content.post set state = 'held', held_at = now() where circle_id = ? and number = ? returning post_id",
                    UUID.class,
                    owner.circle().value(),
                    number);
            events.publish(new Held(
                    owner.circle(),
                    Matter.POST,
                    Objects.requireNonNull(post),
                    writer.account(),
                    List.of(UUID.randomUUID()),
                    2,
                    clock.instant()));
        });
        await().untilAsserted(() -> assertThat(waiting("held")).hasSize(1));
        var row = waiting("held").getFirst();
        assertThat(row.risk()).as("and its writer just came").isEqualTo(3);
        decide(new ItemId(Ids.parse(row.key())), Fate.KEEP, Measure.NONE, null);
        assertThat(state()).isEqualTo("live");
        assertThat(waiting("all")).isEmpty();
    }

    /** What was held before anybody could read it has no number yet. */
    @Test
    void who_wrote_what_is_held_is_muted_where_it_is_decided() {
        var post = Objects.requireNonNull(transaction.execute(_ -> {
            var id = jdbc.queryForObject(
                    "update content.post set state = 'held', held_at = now(), number = null, published_at = null where circle_id = ? and number = ? returning post_id",
                    UUID.class,
                    owner.circle().value(),
                    number);
            events.publish(new Held(
                    owner.circle(),
                    Matter.POST,
                    Objects.requireNonNull(id),
                    writer.account(),
                    List.of(UUID.randomUUID()),
                    2,
                    clock.instant()));
            return id;
        }));
        await().untilAsserted(() -> assertThat(waiting("held")).hasSize(1));
        decide(new ItemId(Ids.parse(waiting("held").getFirst().key())), Fate.HIDE, Measure.MUTE, 7);
        assertThat(circles.again(writer).standing().maySpeak(Surface.COMMENT)).isFalse();
        assertThat(jdbc.queryForObject("select state from content.post where post_id = ?", String.class, post))
                .isEqualTo("hidden");
    }
}
