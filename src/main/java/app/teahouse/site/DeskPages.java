package app.teahouse.site;

import app.teahouse.jobs.JobList;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.ParkedEvents;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's desk in a browser: how the site is, its jobs, and what operators did. {@link DeskApi} is the other door. */
@Controller
class DeskPages {
    private final Templates templates;
    private final Overview overview;
    private final JobList jobs;
    private final ParkedEvents parked;
    private final RetryEvent retryEvent;
    private final Deeds deeds;

    DeskPages(
            Templates templates,
            Overview overview,
            JobList jobs,
            ParkedEvents parked,
            RetryEvent retryEvent,
            Deeds deeds) {
        this.templates = templates;
        this.overview = overview;
        this.jobs = jobs;
        this.parked = parked;
        this.retryEvent = retryEvent;
        this.deeds = deeds;
    }

    @GetMapping("/site")
    Page overview(Operator operator, Frame frame) {
        return Page.of(templates.siteOverview(frame, overview.look(operator)));
    }

    @GetMapping("/site/jobs")
    Page jobs(Operator operator, Frame frame) {
        return Page.of(templates.siteJobs(frame, jobs.all(), parked.newest(operator)));
    }

    @PostMapping("/site/parked-events/{circle}/{event}/tries")
    Page retry(Operator operator, @PathVariable CircleId circle, @PathVariable UUID event) {
        retryEvent.retry(operator, circle, event);
        return Page.to("/site/jobs").saying("site.jobs.retried");
    }

    @GetMapping("/site/log")
    Page log(Operator operator, Frame frame, @RequestParam(required = false) @Nullable UUID before) {
        return Page.of(templates.siteLog(frame, deeds.page(operator, before)));
    }
}
