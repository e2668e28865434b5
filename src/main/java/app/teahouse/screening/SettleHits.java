package app.teahouse.screening;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Settled;
import org.springframework.stereotype.Component;

/** Remembers of what rules found whether staff, too, minded it. */
@Component
class SettleHits implements Listener<Settled> {
    private final Hits hits;

    SettleHits(Hits hits) {
        this.hits = hits;
    }

    @Override
    public Class<Settled> event() {
        return Settled.class;
    }

    @Override
    public void on(Settled event) {
        hits.settle(event.circle(), event.about(), event.agreed());
    }
}
