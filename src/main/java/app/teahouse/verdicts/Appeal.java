package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Involvement;
import app.teahouse.security.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner says what they have to say to a decision, and an operator answers: one thread under each decision, which both see. */
@Component
public class Appeal {
    static final int LONGEST = 4_000;
    static final Duration OPEN_FOR = Duration.ofDays(180);
    private static final int AN_HOUR = 10;

    private final Db db;
    private final VerdictRows rows;
    private final Involvement involvement;
    private final Limits limits;
    private final OperatorLog operatorLog;
    private final Events events;
    private final Clock clock;

    Appeal(
            Db db,
            VerdictRows rows,
            Involvement involvement,
            Limits limits,
            OperatorLog operatorLog,
            Events events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.involvement = involvement;
        this.limits = limits;
        this.operatorLog = operatorLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Open while the decision holds, and for half a year after it was made.
     *
     * @throws Refusal {@code verdict.unknown}, {@code verdict.late}, {@code site.too-often}
     */
    @Transactional
    public void write(Owner owner, VerdictId id, String text) {
        new Faults().text("text", text, LONGEST).refuse();
        limits.take("appeal", owner.account().value().toString(), AN_HOUR, Duration.ofHours(1));
        var now = clock.instant();
        var verdict = rows.lock(owner.circle(), id);
        if (!verdict.isStanding() && verdict.madeAt().plus(OPEN_FOR).isBefore(now)) {
            throw Refusal.conflict("verdict.late");
        }
        var line = rows.say(verdict, false, owner.account(), text.strip(), now);
        if (verdict.appeal() != Verdict.Appeal.OPEN) {
            if (rows.noneWaits()) {
                events.publish(new DeskWaits(owner.circle(), "appeal", now));
            }
            state(verdict, Verdict.Appeal.OPEN, now);
            events.publish(new AppealMade(owner.circle(), id.value(), line, false, now));
        }
    }

    /** @throws Refusal {@code verdict.unknown}, {@code verdict.own-circle} */
    @Transactional
    public void answer(Operator operator, CircleId circle, VerdictId id, String text) {
        new Faults().text("text", text, LONGEST).refuse();
        var now = clock.instant();
        var verdict = rows.lock(circle, id);
        if (involvement.of(operator, circle) == Involvement.Of.INVOLVED) {
            throw Refusal.conflict("verdict.own-circle");
        }
        var line = rows.say(verdict, true, operator.account(), text.strip(), now);
        state(verdict, Verdict.Appeal.ANSWERED, now);
        operatorLog.note(operator, "appeal_answered", circle, Map.of("kind", Db.name(verdict.kind())), "");
        events.publish(new AppealMade(circle, id.value(), line, true, now));
    }

    private void state(Verdict verdict, Verdict.Appeal appeal, Instant now) {
        db.sql("""
                update verdicts.verdict
                   set appeal = :appeal, appealed_at = :now
                 where circle_id = :circle and verdict_id = :id
                """)
                .with("circle", verdict.circle())
                .with("id", verdict.id())
                .with("appeal", appeal)
                .with("now", now)
                .run();
    }
}
