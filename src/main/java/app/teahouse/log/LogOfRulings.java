package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.speaking.RulingMade;
import org.springframework.stereotype.Component;

/** Writes down who muted whom, or let them write, and why. */
@Component
class LogOfRulings implements Listener<RulingMade> {
    private final CircleLog log;

    LogOfRulings(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<RulingMade> event() {
        return RulingMade.class;
    }

    @Override
    public void on(RulingMade event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                event.kind(),
                event.by(),
                event.account(),
                String.join(",", event.surfaces()),
                event.reason(),
                event.at()));
    }
}
