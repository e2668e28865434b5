package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.members.GuestPassChanged;
import org.springframework.stereotype.Component;

/** Writes down who let whom be here for nothing, until when and why. */
@Component
class LogOfGuestPasses implements Listener<GuestPassChanged> {
    private final CircleLog log;

    LogOfGuestPasses(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<GuestPassChanged> event() {
        return GuestPassChanged.class;
    }

    @Override
    public void on(GuestPassChanged event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                event.given() ? "guest_pass" : "guest_pass_ended",
                event.by(),
                event.account(),
                event.until(),
                event.reason(),
                event.at()));
    }
}
