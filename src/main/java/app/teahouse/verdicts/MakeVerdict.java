package app.teahouse.verdicts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.CircleLog;
import app.teahouse.log.Impartial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator decides about a circle; it stands in the circle's log and in the operators', and those who lead it are told why. */
@Component
public class MakeVerdict {
    static final int LONGEST_REASON = 300;
    static final int LONGEST_FREEZE = 365;
    static final int SHORTEST_NOTICE = 7;
    private static final Duration URGENT = Duration.ofDays(1);

    private final Db db;
    private final CircleRow row;
    private final Circles circles;
    private final Unlisting unlisting;
    private final Impartial impartial;
    private final CircleLog log;
    private final OperatorLog operatorLog;
    private final Events events;
    private final Clock clock;

    MakeVerdict(
            Db db,
            CircleRow row,
            Circles circles,
            Unlisting unlisting,
            Impartial impartial,
            CircleLog log,
            OperatorLog operatorLog,
            Events events,
            Clock clock) {
        this.db = db;
        this.row = row;
        this.circles = circles;
        this.unlisting = unlisting;
        this.impartial = impartial;
        this.log = log;
        this.operatorLog = operatorLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param days of a freeze until it ends by itself, or null until an operator looks again; of an end, in how many days the circle is
     *     gone, or null for {@link #SHORTEST_NOTICE}
     * @param urgent whether a circle that is closed is gone after one day
     * @param complaint what it follows from, or null
     * @param alone whether the operator says that they are in the circle, and nobody else can decide
     */
    public record Wish(
            Verdict.Kind kind,
            String reason,
            @Nullable Integer days,
            boolean urgent,
            @Nullable UUID complaint,
            boolean alone) {}

    /** @throws Refusal {@code circle.unknown}, {@code circle.halted} where it is frozen or closed already, {@code verdict.own-circle} */
    @Transactional
    public VerdictId make(Operator operator, CircleId id, Wish wish) {
        check(wish);
        var now = clock.instant();
        var circle = circles.fresh(id)
                .filter(found -> !found.isGone(now))
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
        impartial.check(operator, id, wish.alone());
        var reason = wish.reason().strip();
        var until = until(wish, now);
        Circle.@Nullable Listing was = null;
        switch (wish.kind()) {
            case WARNED -> {}
            case UNLISTED -> was = unlisting.unlist(operator, id, reason);
            case FROZEN -> halted(row.freeze(operator, id, reason, until, now));
            case CLOSED -> halted(row.close(operator, id, reason, until == null ? now : until, now));
        }
        if (wish.kind() == Verdict.Kind.CLOSED) {
            endFreeze(operator, id, now);
        }
        circles.changed(id);
        var verdict = insert(operator, id, wish, new Facts(until, was), now);
        if (wish.kind() != Verdict.Kind.UNLISTED) {
            log.write(new CircleLog.Deed(id, Db.name(wish.kind()), operator.account(), null, "", reason, now));
        }
        operatorLog.note(
                operator,
                "verdict",
                id,
                Map.of("kind", Db.name(wish.kind()), "name", circle.name(), "urgent", String.valueOf(wish.urgent())),
                reason);
        events.publish(new VerdictMade(id, verdict.value(), Db.name(wish.kind()), reason, until, now));
        return verdict;
    }

    private static void check(Wish wish) {
        var days = wish.days();
        new Faults()
                .text("reason", wish.reason(), LONGEST_REASON)
                .require(
                        wish.kind() != Verdict.Kind.FROZEN || days == null || (days >= 1 && days <= LONGEST_FREEZE),
                        "days",
                        "field.range",
                        Map.of("least", 1, "most", LONGEST_FREEZE))
                .require(
                        wish.kind() != Verdict.Kind.CLOSED
                                || wish.urgent()
                                || days == null
                                || (days >= SHORTEST_NOTICE && days <= LONGEST_FREEZE),
                        "days",
                        "field.range",
                        Map.of("least", SHORTEST_NOTICE, "most", LONGEST_FREEZE))
                .refuse();
    }

    private static @Nullable Instant until(Wish wish, Instant now) {
        var days = wish.days();
        return switch (wish.kind()) {
            case WARNED, UNLISTED -> null;
            case FROZEN -> days == null ? null : now.plus(Duration.ofDays(days));
            case CLOSED -> now.plus(wish.urgent() ? URGENT : Duration.ofDays(days == null ? SHORTEST_NOTICE : days));
        };
    }

    /** The circle's row lets only one of two operators in. */
    private static void halted(boolean done) {
        if (!done) {
            throw Refusal.conflict("circle.halted");
        }
    }

    private void endFreeze(Operator operator, CircleId circle, Instant now) {
        db.sql("""
                update verdicts.verdict
                   set over_at = :now, over_by = :by
                 where circle_id = :circle and kind = 'frozen' and over_at is null
                """)
                .with("circle", circle)
                .with("by", operator.account())
                .with("now", now)
                .run();
    }

    private record Facts(@Nullable Instant until, Circle.@Nullable Listing listingWas) {}

    private VerdictId insert(Operator operator, CircleId circle, Wish wish, Facts facts, Instant now) {
        var id = new VerdictId(Ids.next());
        db.sql("""
                insert into verdicts.verdict
                       (circle_id, verdict_id, kind, reason, until, complaint_id, made_by, made_at, listing_was)
                values (:circle, :id, :kind, :reason, :until, :complaint, :by, :now, :was)
                """)
                .with("circle", circle)
                .with("id", id)
                .with("kind", wish.kind())
                .with("reason", wish.reason().strip())
                .with("until", facts.until())
                .with("was", facts.listingWas())
                .with("complaint", wish.complaint())
                .with("by", operator.account())
                .with("now", now)
                .run();
        return id;
    }
}
