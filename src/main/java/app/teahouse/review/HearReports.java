package app.teahouse.review;

import app.teahouse.kernel.Listener;
import app.teahouse.reports.ThingReported;
import org.springframework.stereotype.Component;

/** What is reported comes into the queue. */
@Component
class HearReports implements Listener<ThingReported> {
    private final ComeIn comeIn;

    HearReports(ComeIn comeIn) {
        this.comeIn = comeIn;
    }

    @Override
    public Class<ThingReported> event() {
        return ThingReported.class;
    }

    @Override
    public void on(ThingReported event) {
        comeIn.reported(event);
    }
}
