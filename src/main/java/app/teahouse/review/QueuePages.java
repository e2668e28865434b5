package app.teahouse.review;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.strikes.Ladder;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Review: what waits for a decision, one after the other. Works with the keyboard alone, and without JavaScript. */
@Controller
@RequestMapping("/c/{slug}/manage/review")
class QueuePages {
    private final Templates templates;
    private final QueueSheet queueSheet;
    private final ItemSheet itemSheet;
    private final Numbers numbers;
    private final Decide decide;
    private final Reverse reverse;
    private final Look look;

    QueuePages(
            Templates templates,
            QueueSheet queueSheet,
            ItemSheet itemSheet,
            Numbers numbers,
            Decide decide,
            Reverse reverse,
            Look look) {
        this.templates = templates;
        this.queueSheet = queueSheet;
        this.itemSheet = itemSheet;
        this.numbers = numbers;
        this.decide = decide;
        this.reverse = reverse;
        this.look = look;
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/review";
    }

    @GetMapping
    Page queue(
            Staff staff,
            Frame frame,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String after) {
        var asked = QueueSheet.SHOWS.contains(show) ? show : "all";
        return Page.of(templates.reviewQueue(
                frame, asked, queueSheet.page(staff, asked, after, QueueSheet.SIZE), queueSheet.counts(staff)));
    }

    @GetMapping("/decided")
    Page decided(Staff staff, Frame frame, @RequestParam(required = false) @Nullable ItemId before) {
        return Page.of(templates.reviewDecided(frame, itemSheet.decided(staff, before)));
    }

    @GetMapping("/numbers")
    Page numbers(Staff staff, Frame frame, @RequestParam(defaultValue = Numbers.USUAL) int days) {
        return Page.of(templates.reviewNumbers(frame, days, numbers.of(staff, days)));
    }

    @GetMapping("/{item}")
    Page one(Staff staff, Frame frame, @PathVariable ItemId item, @RequestParam(defaultValue = "all") String show) {
        var view = itemSheet.one(staff, item);
        return Page.of(templates.reviewItem(frame, view, shown(show), form(frame, view)));
    }

    private static String shown(String show) {
        return QueueSheet.SHOWS.contains(show) ? show : "all";
    }

    /** The mute that the ladder suggests is filled in; whether anybody is muted, people decide. */
    private static Form form(Frame frame, CaseView view) {
        var next = view.next();
        var days = next == null || next.measure() != Ladder.Measure.MUTE ? null : next.muteDays();
        return Form.blank(
                frame,
                "measure",
                "none",
                "muteDays",
                String.valueOf(days == null || !ReviewForm.DAYS.contains(days) ? 7 : days));
    }

    /** Asked by the page again and again while it is open. */
    @PostMapping("/{item}/look")
    Page look(Staff staff, Frame frame, @PathVariable ItemId item) {
        var view = look.at(staff, item).orElse(null);
        return frame.fragment()
                ? Page.of(templates.reviewLooking(frame, url(staff) + "/" + Ids.text(item), view))
                : Page.to(url(staff) + "/" + Ids.text(item));
    }

    @PostMapping("/{item}/decision")
    Page decide(Staff staff, Frame frame, Form form, @PathVariable ItemId item) {
        var show = shown(form.value("show"));
        return form.submit(
                () -> {
                    var before = itemSheet.one(staff, item);
                    decide.decide(staff, item, ReviewForm.choice(form));
                    var next = queueSheet
                            .next(staff, show, before.key())
                            .map(row -> "/c/" + staff.member().face().slug() + row.path()
                                    + (row.path().startsWith("/manage/review/") ? "?show=" + show : ""))
                            .orElse(url(staff) + "?show=" + show);
                    return Page.to(next).saying("review.decided", url(staff) + "/" + before.id() + "/reversal");
                },
                again -> templates.reviewItem(frame, itemSheet.one(staff, item), show, again));
    }

    @PostMapping("/{item}/reversal")
    Page reverse(Staff staff, Frame frame, Form form, @PathVariable ItemId item) {
        return form.submit(
                () -> {
                    reverse.reverse(staff, item);
                    return Page.to(url(staff) + "/" + Ids.text(item)).saying("review.reversed");
                },
                again -> templates.reviewItem(frame, itemSheet.one(staff, item), "all", again));
    }
}
