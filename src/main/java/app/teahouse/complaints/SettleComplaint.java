package app.teahouse.complaints;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.Impartial;
import app.teahouse.verdicts.MakeVerdict;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator decides about a complaint: nothing, or what {@link MakeVerdict} knows. It stands in the circle's log and in the operators'. */
@Component
class SettleComplaint {
    private final Db db;
    private final MakeVerdict makeVerdict;
    private final Impartial impartial;
    private final OperatorLog operatorLog;
    private final Clock clock;

    SettleComplaint(Db db, MakeVerdict makeVerdict, Impartial impartial, OperatorLog operatorLog, Clock clock) {
        this.db = db;
        this.makeVerdict = makeVerdict;
        this.impartial = impartial;
        this.operatorLog = operatorLog;
        this.clock = clock;
    }

    /** What an operator decided. */
    enum Verdict {
        NONE,
        WARNED,
        UNLISTED,
        FROZEN,
        CLOSED
    }

    /**
     * @param days as of {@link MakeVerdict.Wish}
     * @param alone as of the same
     */
    record Wish(Verdict verdict, String reason, @Nullable Integer days, boolean alone) {}

    /** @throws Refusal {@code complaint.settled} where another operator was quicker, {@code circle.halted}, {@code verdict.own-circle} */
    @Transactional
    public void settle(Operator operator, CircleId circle, ComplaintId id, Wish wish) {
        var verdict = wish.verdict();
        var reason = wish.reason();
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
        operatorLog.note(operator, "complaint", circle, Map.of("verdict", Db.name(verdict)), reason.strip());
        if (verdict == Verdict.NONE) {
            impartial.check(operator, circle, wish.alone());
        } else {
            var kind = Db.constant(app.teahouse.verdicts.Verdict.Kind.class, Db.name(verdict));
            makeVerdict.make(
                    operator, circle, new MakeVerdict.Wish(kind, reason, wish.days(), false, id.value(), wish.alone()));
        }
    }
}
