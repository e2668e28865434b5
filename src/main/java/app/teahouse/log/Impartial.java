package app.teahouse.log;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Involvement;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Nobody decides about a circle they are in themselves, unless nobody else can: then they say so, and the circle's log says it too. */
@Component
public class Impartial {
    private final Involvement involvement;
    private final CircleLog log;
    private final Clock clock;

    Impartial(Involvement involvement, CircleLog log, Clock clock) {
        this.involvement = involvement;
        this.log = log;
        this.clock = clock;
    }

    /** Part of the caller's transaction. @throws Refusal {@code verdict.own-circle}, {@code verdict.alone} */
    public void check(Operator operator, CircleId circle, boolean alone) {
        switch (involvement.of(operator, circle)) {
            case NONE -> {}
            case INVOLVED -> throw Refusal.conflict("verdict.own-circle");
            case ALONE -> {
                if (!alone) {
                    throw Refusal.invalid("alone", "verdict.alone");
                }
                log.write(
                        new CircleLog.Deed(circle, "judged_alone", operator.account(), null, "", "", clock.instant()));
            }
        }
    }
}
