package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.strikes.StrikeGiven;
import org.springframework.stereotype.Component;

/** Writes down who noted an offence of whom, and which. */
@Component
class LogOfStrikes implements Listener<StrikeGiven> {
    private final CircleLog log;

    LogOfStrikes(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<StrikeGiven> event() {
        return StrikeGiven.class;
    }

    @Override
    public void on(StrikeGiven event) {
        log.write(new CircleLog.Deed(
                event.circle(), "strike", event.by(), event.account(), "", event.reason(), event.at()));
    }
}
