package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.EventRelay;
import app.teahouse.kernel.Ids;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.PassEnding;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored before an update is told after it. */
@TeahouseTest
class OldEventTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    EventRelay relay;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void an_event_that_lacks_what_its_kind_has_now_is_told() {
        var owner = circles.someOwner();
        var event = new PassEnding(
                owner.circle(),
                owner.account(),
                "A year",
                LocalDate.now(ZoneOffset.UTC).plusDays(3),
                3,
                false,
                false);
        var old = (ObjectNode) json.readTree(json.writeValueAsString(event));
        old.remove("guest");
        old.put("gone", "A word of earlier days");
        jdbc.update(
                "insert into kernel.event (circle_id, event_id, kind, body, made_at, next_at) values (?, ?, 'PassEnding', ?, now(), now() - interval '1 day')",
                owner.circle().value(),
                Ids.next(),
                old.toString());

        // Somebody else may be at this circle's events at the moment.
        await().untilAsserted(() -> {
            relay.deliver(owner.circle());
            assertThat(jdbc.queryForList(
                            "select kind from notify.notice where account_id = ?",
                            String.class,
                            owner.account().value()))
                    .contains("membership_ending");
        });
    }
}
