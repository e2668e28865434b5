package app.teahouse.guard;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.ReadingRules.Newcomers;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what newcomers may read, and whether words are protected. Who is a member when the window is switched on is never touched by it. */
@Component
public class ChangeReading {
    static final int SHORTEST = 7;
    static final int LONGEST = 100;
    static final int FARTHEST = 365;

    private final CircleRow row;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    ChangeReading(CircleRow row, Circles circles, Events events, Clock clock) {
        this.row = row;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wished.
     *
     * @param window whether there is a newcomer window
     * @param days how long it lasts
     * @param before how many days before they joined newcomers read
     */
    public record Asked(
            boolean isProtected,
            boolean window,
            @Nullable Integer days,
            @Nullable Integer before) {}

    @Transactional
    public void change(Partner partner, Asked asked) {
        var days = asked.days() == null ? 0 : asked.days();
        var before = asked.before() == null ? -1 : asked.before();
        new Faults()
                .require(
                        !asked.window() || (days >= SHORTEST && days <= LONGEST),
                        "days",
                        "reading.days-wrong",
                        Map.of("least", SHORTEST, "most", LONGEST))
                .require(
                        !asked.window() || (before >= 0 && before <= FARTHEST),
                        "before",
                        "reading.before-wrong",
                        Map.of("most", FARTHEST))
                .refuse();
        var now = circles.fresh(partner.circle())
                .map(Circle::reading)
                .map(ReadingRules::newcomers)
                .orElse(null);
        var since = now == null ? clock.instant() : now.since();
        row.reading(
                partner,
                new ReadingRules(asked.isProtected(), asked.window() ? new Newcomers(days, before, since) : null));
        circles.changed(partner.circle());
        events.publish(new CircleChanged(
                partner.circle(), CircleChanged.Kind.READING, partner.account(), "", "", clock.instant()));
    }

    ReadingRules rules(Partner partner) {
        return circles.fresh(partner.circle())
                .map(Circle::reading)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }
}
