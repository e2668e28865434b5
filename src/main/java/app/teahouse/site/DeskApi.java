package app.teahouse.site;

import app.teahouse.jobs.JobList;
import app.teahouse.jobs.JobList.JobView;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.ParkedEvents;
import app.teahouse.site.Overview.OverviewView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's desk for programs: how the site is, its settings, its jobs, and what operators did. */
@RestController
@RequestMapping("/api/v1/site")
class DeskApi {
    private final Overview overview;
    private final Site site;
    private final ChangeSetting changeSetting;
    private final JobList jobs;
    private final ParkedEvents parked;
    private final RetryEvent retryEvent;
    private final Deeds deeds;

    DeskApi(
            Overview overview,
            Site site,
            ChangeSetting changeSetting,
            JobList jobs,
            ParkedEvents parked,
            RetryEvent retryEvent,
            Deeds deeds) {
        this.overview = overview;
        this.site = site;
        this.changeSetting = changeSetting;
        this.jobs = jobs;
        this.parked = parked;
        this.retryEvent = retryEvent;
        this.deeds = deeds;
    }

    @GetMapping
    OverviewView overview(Operator operator) {
        return overview.look(operator);
    }

    @GetMapping("/settings")
    SettingText settings(Operator operator) {
        return SettingText.of(site.setting());
    }

    @PutMapping("/settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeSettings(Operator operator, @RequestBody SettingText settings) {
        changeSetting.change(operator, settings);
    }

    record JobJson(
            String name,
            long everySeconds,
            @Nullable Instant next,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            boolean running) {

        static JobJson of(JobView job) {
            return new JobJson(
                    job.name(),
                    job.every().toSeconds(),
                    job.next(),
                    job.lastSuccess(),
                    job.lastFailure(),
                    job.failures(),
                    job.running());
        }
    }

    record JobsJson(List<JobJson> items) {}

    @GetMapping("/jobs")
    JobsJson jobs(Operator operator) {
        return new JobsJson(jobs.all().stream().map(JobJson::of).toList());
    }

    record ParkedEventJson(
            UUID circleId,
            UUID id,
            String kind,
            Instant madeAt,
            int tries,
            @Nullable String error) {}

    /** The newest hundred. */
    record ParkedEventsJson(List<ParkedEventJson> items) {}

    @GetMapping("/parked-events")
    ParkedEventsJson parkedEvents(Operator operator) {
        List<ParkedEventJson> events = parked.newest(operator).stream()
                .map(event -> new ParkedEventJson(
                        event.circle().value(), event.id(), event.kind(), event.madeAt(), event.tries(), event.error()))
                .toList();
        return new ParkedEventsJson(events);
    }

    @PostMapping("/parked-events/{circle}/{event}/tries")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retryEvent(Operator operator, @PathVariable CircleId circle, @PathVariable UUID event) {
        retryEvent.retry(operator, circle, event);
    }

    record DeedJson(
            UUID id,
            UUID operatorId,
            String kind,
            String about,
            @Nullable UUID aboutId,
            Map<String, Object> facts,
            String reason,
            Instant at) {

        static DeedJson of(Deeds.DeedView deed) {
            var facts = new HashMap<>(deed.facts());
            facts.replaceAll((_, fact) ->
                    fact instanceof Money money ? Map.of("minor", money.minor(), "currency", money.code()) : fact);
            return new DeedJson(
                    deed.id(),
                    deed.operator().value(),
                    deed.kind(),
                    deed.about(),
                    deed.aboutId(),
                    facts,
                    deed.reason(),
                    deed.at());
        }
    }

    @GetMapping("/log")
    Cursor<DeedJson> log(Operator operator, @RequestParam(required = false) @Nullable UUID before) {
        var page = deeds.page(operator, before);
        return new Cursor<>(page.items().stream().map(DeedJson::of).toList(), page.next());
    }
}
