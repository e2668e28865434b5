package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.speaking.RulingEnded;
import org.springframework.stereotype.Component;

/** Writes down who ended a mute or a grant before its time; that time ended it is nobody's deed. */
@Component
class LogOfLiftedRulings implements Listener<RulingEnded> {
    private final CircleLog log;

    LogOfLiftedRulings(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<RulingEnded> event() {
        return RulingEnded.class;
    }

    @Override
    public void on(RulingEnded event) {
        if (event.by() == null) {
            return;
        }
        log.write(new CircleLog.Deed(
                event.circle(),
                event.kind().equals("mute") ? "unmute" : "grant_ended",
                event.by(),
                event.account(),
                "",
                event.reason(),
                event.at()));
    }
}
