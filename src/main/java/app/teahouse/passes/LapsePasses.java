package app.teahouse.passes;

import app.teahouse.jobs.Job;
import app.teahouse.members.Lapse;
import app.teahouse.members.Validity;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whose grace is over is no member any more. The Gate has kept to the second already; this makes lists and counts follow. */
@Component
class LapsePasses implements Job {
    private static final int MOST = 100;

    private final Validity validity;
    private final Lapse lapse;

    LapsePasses(Validity validity, Lapse lapse) {
        this.validity = validity;
        this.lapse = lapse;
    }

    @Override
    public String name() {
        return "passes.lapse";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean step(Instant now) {
        var over = validity.over(now, MOST);
        over.forEach(one -> lapse.lapse(one.circle(), one.account(), now));
        return over.size() == MOST;
    }
}
