package app.teahouse.review;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Role;
import app.teahouse.reports.Report;
import app.teahouse.reports.Reports;
import app.teahouse.reports.ThingReported;
import org.springframework.stereotype.Component;

/** What is reported comes into the queue, unless it is about those who lead the circle: of them others decide. */
@Component
class HearReports implements Listener<ThingReported> {
    private final ItemRows rows;
    private final Reports reports;
    private final Writers writers;

    HearReports(ItemRows rows, Reports reports, Writers writers) {
        this.rows = rows;
        this.reports = reports;
        this.writers = writers;
    }

    @Override
    public Class<ThingReported> event() {
        return ThingReported.class;
    }

    @Override
    public void on(ThingReported event) {
        var writer = writers.of(event.circle(), event.author());
        var since = rows.lastDecided(event.circle(), event.kind(), event.thing());
        var said = reports.of(event.circle(), event.kind(), event.thing(), since);
        if (said.isEmpty() || writer.role().leads()) {
            return;
        }
        var risk = new Risk(
                0, said.stream().map(Report::reason).toList(), writer.newcomer(), writer.strikes());
        rows.reported(
                new ItemRows.Thing(
                        event.circle(), event.kind(), event.thing(), event.author(), writer.role() == Role.ADMIN),
                said.size(),
                risk.grade(),
                event.at());
    }
}
