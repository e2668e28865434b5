package app.teahouse.reports;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reporting, for programs of members. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/reports")
class ReportApi {
    private final MakeReport makeReport;

    ReportApi(MakeReport makeReport) {
        this.makeReport = makeReport;
    }

    /**
     * @param kind {@code post}, {@code comment} or {@code member}
     * @param key the number of the post or the member, or the id of the comment
     * @param reason {@code spam}, {@code abuse}, {@code fraud}, {@code illegal}, {@code privacy}, {@code off_topic} or {@code other}
     * @param note what else those who decide should know; needed for {@code other}
     */
    record NewReportJson(
            @Nullable String kind,
            @Nullable String key,
            @Nullable String reason,
            @Nullable String note) {}

    /** Who reports a thing again says more: the note takes the place of the one before. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Only those who decide read it; who is muted may report")
    @WhileHalted
    void report(Member member, @RequestBody NewReportJson wish) {
        makeReport.report(
                member,
                new MakeReport.Wish(
                        Objects.requireNonNullElse(wish.kind(), ""),
                        Objects.requireNonNullElse(wish.key(), ""),
                        ReportPages.reason(Objects.requireNonNullElse(wish.reason(), "")),
                        Objects.requireNonNullElse(wish.note(), "")));
    }
}
