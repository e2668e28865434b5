package app.teahouse.review;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Settled;
import app.teahouse.review.Item.Fate;
import org.springframework.stereotype.Component;

/** What staff let out or hid where it stands waits in the queue no more. */
@Component
class HearSettled implements Listener<Settled> {
    private final ItemRows rows;

    HearSettled(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<Settled> event() {
        return Settled.class;
    }

    @Override
    public void on(Settled event) {
        rows.settled(
                event.circle(),
                ComeIn.kind(event.matter()),
                event.about(),
                event.agreed() ? Fate.HIDE : Fate.KEEP,
                event.by(),
                event.at());
    }
}
