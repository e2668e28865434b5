package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.speaking.HushChanged;
import org.springframework.stereotype.Component;

/** Writes down who let the whole circle rest, and who ended that. */
@Component
class LogOfHushes implements Listener<HushChanged> {
    private final CircleLog log;

    LogOfHushes(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<HushChanged> event() {
        return HushChanged.class;
    }

    @Override
    public void on(HushChanged event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                event.begun() ? "hush" : "hush_ended",
                event.by(),
                null,
                event.hours(),
                event.reason(),
                event.at()));
    }
}
