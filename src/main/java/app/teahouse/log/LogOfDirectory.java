package app.teahouse.log;

import app.teahouse.directory.EntryTakenOut;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** Writes down whom staff took out of the directory and why, and whom they let in again. */
@Component
class LogOfDirectory implements Listener<EntryTakenOut> {
    private final CircleLog log;

    LogOfDirectory(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<EntryTakenOut> event() {
        return EntryTakenOut.class;
    }

    @Override
    public void on(EntryTakenOut event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                event.out() ? "directory_out" : "directory_in",
                event.by(),
                event.account(),
                "",
                event.reason(),
                event.at()));
    }
}
