package app.teahouse.review;

import app.teahouse.kernel.Held;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** What rules kept back comes into the queue. */
@Component
class HearHeld implements Listener<Held> {
    private final ComeIn comeIn;

    HearHeld(ComeIn comeIn) {
        this.comeIn = comeIn;
    }

    @Override
    public Class<Held> event() {
        return Held.class;
    }

    @Override
    public void on(Held event) {
        comeIn.found(
                event.circle(),
                event.about(),
                event.author(),
                new ItemRows.Found(true, event.matter(), event.rules(), event.risk()),
                event.at());
    }
}
