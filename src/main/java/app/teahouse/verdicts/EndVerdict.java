package app.teahouse.verdicts;

import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.CircleLog;
import app.teahouse.log.Impartial;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A decision ends: an operator takes it back, after an appeal or by themselves, or a freeze has reached its day. */
@Component
public class EndVerdict {
    private final Db db;
    private final VerdictRows rows;
    private final CircleRow row;
    private final Circles circles;
    private final Unlisting unlisting;
    private final Impartial impartial;
    private final CircleLog log;
    private final OperatorLog operatorLog;
    private final Events events;
    private final Clock clock;

    EndVerdict(
            Db db,
            VerdictRows rows,
            CircleRow row,
            Circles circles,
            Unlisting unlisting,
            Impartial impartial,
            CircleLog log,
            OperatorLog operatorLog,
            Events events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
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
     * The circle is again as it was before.
     *
     * @param alone as of {@link MakeVerdict.Wish}
     * @throws Refusal {@code verdict.unknown}, {@code verdict.over}, {@code verdict.own-circle}
     */
    @Transactional
    public void end(Operator operator, CircleId circle, VerdictId id, String why, boolean alone) {
        new Faults().text("reason", why, MakeVerdict.LONGEST_REASON).refuse();
        var now = clock.instant();
        unlisting.hold(circle);
        var unlisted = unlisting.standing(circle);
        var verdict = rows.lock(circle, id);
        if (!verdict.isStanding()) {
            throw Refusal.conflict("verdict.over");
        }
        impartial.check(operator, circle, alone);
        var listed = verdict.kind() == Verdict.Kind.UNLISTED && unlisting.end(operator, verdict, unlisted, why.strip());
        over(verdict, operator.account(), why.strip(), now);
        if (!listed) {
            log.write(new CircleLog.Deed(
                    circle, Db.name(verdict.kind()) + "_ended", operator.account(), null, "", why.strip(), now));
        }
        operatorLog.note(operator, "verdict_ended", circle, Map.of("kind", Db.name(verdict.kind())), why.strip());
    }

    /** Its day has come. */
    @Transactional
    void thaw(CircleId circle, VerdictId id, Instant now) {
        unlisting.hold(circle);
        var verdict = rows.lock(circle, id);
        var until = verdict.until();
        if (verdict.isStanding() && until != null && !until.isAfter(now)) {
            over(verdict, null, "", now);
        }
    }

    private void over(Verdict verdict, @Nullable AccountId by, String why, Instant now) {
        var halts = verdict.kind() == Verdict.Kind.FROZEN || verdict.kind() == Verdict.Kind.CLOSED;
        if (halts && !row.resume(verdict.circle(), now)) {
            throw Refusal.conflict("verdict.over");
        }
        circles.changed(verdict.circle());
        db.sql("""
                update verdicts.verdict
                   set over_at = :now, over_by = :by, over_why = :why,
                       appeal = case when appeal = 'open' then 'answered' else appeal end
                 where circle_id = :circle and verdict_id = :id
                """)
                .with("circle", verdict.circle())
                .with("id", verdict.id())
                .with("by", by)
                .with("why", why)
                .with("now", now)
                .run();
        events.publish(new VerdictEnded(verdict.circle(), verdict.id().value(), Db.name(verdict.kind()), why, now));
    }
}
