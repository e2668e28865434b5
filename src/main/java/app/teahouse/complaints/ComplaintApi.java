package app.teahouse.complaints;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints about circles, for an operator's programs. */
@RestController
@RequestMapping("/api/v1/site/complaints")
class ComplaintApi {
    private final Complaints complaints;
    private final SettleComplaint settleComplaint;

    ComplaintApi(Complaints complaints, SettleComplaint settleComplaint) {
        this.complaints = complaints;
        this.settleComplaint = settleComplaint;
    }

    record SaidJson(String reason, String note, Instant madeAt) {}

    /**
     * @param circle its id
     * @param kind {@code circle}, {@code post}, {@code comment} or {@code member}
     * @param path where it stands, behind the circle's address, or null where it is gone
     * @param verdict {@code none}, {@code warned}, {@code unlisted}, {@code frozen} or {@code closed}; null while it is open
     */
    record ComplaintJson(
            String id,
            UUID circle,
            String kind,
            @Nullable String path,
            Instant openedAt,
            List<SaidJson> reports,
            @Nullable String verdict,
            String reason) {

        static ComplaintJson of(ComplaintView view) {
            return new ComplaintJson(
                    view.key(),
                    view.circleId().value(),
                    view.kind(),
                    view.path(),
                    view.openedAt(),
                    view.reports().stream()
                            .map(report -> new SaidJson(Db.name(report.reason()), report.note(), report.madeAt()))
                            .toList(),
                    view.verdict(),
                    view.reason());
        }
    }

    record ComplaintsJson(
            List<ComplaintJson> items, @Nullable String next) {}

    /** Those that wait, who waits longest first; or those that were settled, the newest first. */
    @GetMapping
    ComplaintsJson list(
            Operator operator,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(required = false) @Nullable ComplaintId after) {
        var page = complaints.page(operator, settled, after);
        return new ComplaintsJson(page.items().stream().map(ComplaintJson::of).toList(), page.next());
    }

    /** @param reason those who lead the circle read it; needed unless the verdict is {@code none}
     * @param days of a freeze until it ends by itself, or null; of a closed circle, in how many days it is gone
     * @param alone needed from an operator who is in the circle where nobody else can decide */
    record VerdictJson(
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable Integer days,
            @Nullable Boolean alone) {}

    @PostMapping("/{circle}/{complaint}/verdict")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(
            Operator operator,
            @PathVariable CircleId circle,
            @PathVariable ComplaintId complaint,
            @RequestBody VerdictJson wish) {
        settleComplaint.settle(
                operator,
                circle,
                complaint,
                new SettleComplaint.Wish(
                        ComplaintPages.verdict(Objects.requireNonNullElse(wish.verdict(), "")),
                        Objects.requireNonNullElse(wish.reason(), ""),
                        wish.days(),
                        Boolean.TRUE.equals(wish.alone())));
    }
}
