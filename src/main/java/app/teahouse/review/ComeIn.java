package app.teahouse.review;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.reports.Report;
import app.teahouse.reports.Reports;
import app.teahouse.reports.ThingReported;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts things into the queue, as pressing as the published rules say. */
@Component
class ComeIn {
    private final ItemRows rows;
    private final Reports reports;
    private final Writers writers;

    ComeIn(ItemRows rows, Reports reports, Writers writers) {
        this.rows = rows;
        this.reports = reports;
        this.writers = writers;
    }

    /** Of the circle as a whole and of those who lead it others decide; what was only said anew about a thing that is decided changes nothing. */
    void reported(ThingReported event) {
        var writer = writers.of(event.circle(), event.author());
        var since = rows.lastDecided(event.circle(), event.kind(), event.thing());
        var said = reports.of(event.circle(), event.kind(), event.thing(), since);
        if (said.isEmpty()
                || writer.role().leads()
                || event.thing().equals(event.circle().value())) {
            return;
        }
        var risk = new Risk(0, said.stream().map(Report::reason).toList(), writer.newcomer(), writer.strikes());
        rows.reported(
                new ItemRows.Thing(
                        event.circle(), event.kind(), event.thing(), event.author(), writer.role() == Role.ADMIN),
                said.size(),
                risk.grade(),
                event.at());
    }

    void found(CircleId circle, UUID about, AccountId author, ItemRows.Found found, Instant at) {
        var writer = writers.of(circle, author);
        var risk = new Risk(found.risk(), List.of(), writer.newcomer(), writer.strikes());
        rows.found(
                new ItemRows.Thing(circle, kind(found.matter()), about, author, writer.role() == Role.ADMIN),
                new ItemRows.Found(found.held(), found.matter(), found.rules(), risk.grade()),
                at);
    }

    static String kind(Scrutiny.Matter matter) {
        return switch (matter) {
            case POST, HOMEWORK -> "post";
            case COMMENT -> "comment";
            case PROFILE -> "member";
        };
    }
}
