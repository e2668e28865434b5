package app.teahouse.site;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.ParkedEvents;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets an event that could not be delivered be tried again, after mending what was in its way. */
@Component
class RetryEvent {
    private final ParkedEvents parked;
    private final Deeds deeds;

    RetryEvent(ParkedEvents parked, Deeds deeds) {
        this.parked = parked;
        this.deeds = deeds;
    }

    @Transactional
    void retry(Operator operator, CircleId circle, UUID event) {
        var kind = parked.retry(operator, circle, event);
        deeds.note(operator, Deeds.Kind.RETRY, kind, event, "");
    }
}
