package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.strikes.LadderSet;
import org.springframework.stereotype.Component;

/** Writes down what an owner's ladder was, and what it is now. */
@Component
class LogOfLadders implements Listener<LadderSet> {
    private final CircleLog log;

    LogOfLadders(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<LadderSet> event() {
        return LadderSet.class;
    }

    @Override
    public void on(LadderSet event) {
        log.write(new CircleLog.Deed(
                event.circle(), "ladder", event.by(), null, "", "", event.at(), event.before(), event.after()));
    }
}
