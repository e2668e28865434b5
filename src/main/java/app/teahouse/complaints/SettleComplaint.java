package app.teahouse.complaints;

import app.teahouse.circles.DecideListing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.CircleLog;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator decides about a complaint: nothing, a warning, or no place in discovery. It stands in the circle's log and in the operators'. */
@Component
class SettleComplaint {
    private final Db db;
    private final DecideListing decideListing;
    private final CircleLog log;
    private final OperatorLog operatorLog;
    private final Events events;
    private final Clock clock;

    SettleComplaint(
            Db db, DecideListing decideListing, CircleLog log, OperatorLog operatorLog, Events events, Clock clock) {
        this.db = db;
        this.decideListing = decideListing;
        this.log = log;
        this.operatorLog = operatorLog;
        this.events = events;
        this.clock = clock;
    }

    /** What an operator decided. */
    enum Verdict {
        NONE,
        WARNED,
        UNLISTED
    }

    /** @throws Refusal {@code complaint.settled} where another operator was quicker */
    @Transactional
    public void settle(Operator operator, CircleId circle, ComplaintId id, Verdict verdict, String reason) {
        var faults = new Faults().atMost("reason", reason, 300);
        if (verdict != Verdict.NONE) {
            faults.text("reason", reason, 300);
        }
        faults.refuse();
        var now = clock.instant();
        // The state lets only one of two operators find it open.
        var settled = db.sql("""
                update complaints.complaint
                   set state = 'settled', verdict = :verdict, reason = :reason, settled_by = :by, settled_at = :now
                 where circle_id = :circle and complaint_id = :id and state = 'open'
                """)
                .with("circle", circle)
                .with("id", id)
                .with("verdict", verdict)
                .with("reason", reason.strip())
                .with("by", operator.account())
                .with("now", now)
                .run();
        if (settled == 0) {
            throw Refusal.conflict("complaint.settled");
        }
        if (verdict == Verdict.UNLISTED) {
            decideListing.decide(operator, circle, false, reason.strip());
        }
        if (verdict == Verdict.WARNED) {
            log.write(new CircleLog.Deed(circle, "warned", operator.account(), null, "", reason.strip(), now));
        }
        operatorLog.note(operator, "complaint", circle, Map.of("verdict", Db.name(verdict)), reason.strip());
        if (verdict != Verdict.NONE) {
            events.publish(new CircleWarned(circle, id.value(), Db.name(verdict), reason.strip(), now));
        }
    }
}
