package app.teahouse.review;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Noted;
import org.springframework.stereotype.Component;

/** What rules marked for the staff comes into the queue; it is shown meanwhile. */
@Component
class HearNoted implements Listener<Noted> {
    private final ComeIn comeIn;

    HearNoted(ComeIn comeIn) {
        this.comeIn = comeIn;
    }

    @Override
    public Class<Noted> event() {
        return Noted.class;
    }

    @Override
    public void on(Noted event) {
        comeIn.found(
                event.circle(),
                event.about(),
                event.author(),
                new ItemRows.Found(false, event.matter(), event.rules(), event.risk()),
                event.at());
    }
}
