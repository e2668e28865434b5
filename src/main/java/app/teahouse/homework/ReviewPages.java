package app.teahouse.homework;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.Csv;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where reviewers go through what was handed in, the oldest first, and see who has not. Everything is done by keyboard, too. */
@Controller
class ReviewPages {
    private final TaskRows rows;
    private final Submissions submissions;
    private final ReviewSheet sheet;
    private final GradeHomework gradeHomework;
    private final MissingList missing;
    private final RemindMissing remindMissing;
    private final HomeworkTable table;
    private final Limits limits;
    private final Templates templates;

    ReviewPages(
            TaskRows rows,
            Submissions submissions,
            ReviewSheet sheet,
            GradeHomework gradeHomework,
            MissingList missing,
            RemindMissing remindMissing,
            HomeworkTable table,
            Limits limits,
            Templates templates) {
        this.rows = rows;
        this.submissions = submissions;
        this.sheet = sheet;
        this.gradeHomework = gradeHomework;
        this.missing = missing;
        this.remindMissing = remindMissing;
        this.table = table;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/homework")
    Page queue(
            Member member,
            Frame frame,
            @RequestParam(required = false) @Nullable Long task,
            @RequestParam(required = false) @Nullable String after) {
        mustAsk(member);
        var chosen = task == null ? null : rows.reviewed(member, task);
        return Page.of(templates.homeworkQueue(
                frame, chosen, submissions.waiting(member, task, Submissions.Place.of(after)), after == null));
    }

    private static void mustAsk(Member member) {
        if (!Task.mayAsk(member)) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
    }

    @GetMapping("/c/{slug}/manage/homework/{number}")
    Page review(
            Member member,
            @PathVariable long number,
            Frame frame,
            @RequestParam(required = false) @Nullable Long task) {
        mustAsk(member);
        var view = sheet.read(member, number);
        var grade = view.submission().grade();
        var form = Form.blank(
                frame,
                "grade",
                grade == null ? null : grade.value(),
                "remark",
                view.remark(),
                "version",
                view.submission().version(),
                "seen",
                view.seen());
        return Page.of(page(frame, form, view, member, task));
    }

    private JteModel page(Frame frame, Form form, ReviewView view, Member member, @Nullable Long task) {
        var place = Submissions.Place.of(view.place());
        var next = submissions.next(member, task, place).orElse(null);
        var previous = submissions.previous(member, task, place).orElse(null);
        return templates.homeworkReview(
                frame,
                form,
                view,
                task,
                previous == null ? null : previous.number(),
                next == null ? null : next.number());
    }

    /** On to the next that waits, or back to the queue where nothing does. */
    @PostMapping("/c/{slug}/manage/homework/{number}")
    Page grade(
            @On(Surface.COMMENT) Speaker speaker,
            @PathVariable long number,
            Form form,
            Frame frame,
            @RequestParam(required = false) @Nullable Long task) {
        limits.take("grade", speaker.account().value().toString(), 300, Duration.ofMinutes(10));
        var member = speaker.member();
        var seen = form.text("seen");
        var version = form.value("version");
        return form.submit(
                () -> {
                    gradeHomework.grade(
                            speaker,
                            number,
                            new GradeHomework.Asked(
                                    form.value("grade").strip(),
                                    form.text("remark"),
                                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                                    seen == null ? null : Ids.parse(seen)));
                    var queue = "/c/" + member.face().slug() + "/manage/homework";
                    var only = task == null ? "" : "?task=" + task;
                    return submissions
                            .next(member, task, Submissions.Place.START)
                            .map(next -> Page.to(queue + "/" + next.number() + only))
                            .orElseGet(() -> Page.to(queue + only))
                            .saying("homework.graded", queue + "/" + number + "/removal");
                },
                again -> page(frame, again, sheet.read(member, number), member, task));
    }

    @PostMapping("/c/{slug}/manage/homework/{number}/removal")
    @NoSurface("Takes back what was said; who may is checked by the operation")
    Page takeBack(Member member, @PathVariable long number) {
        gradeHomework.takeBack(member, number);
        return Page.to("/c/" + member.face().slug() + "/manage/homework/" + number)
                .saying("homework.taken-back");
    }

    @GetMapping("/c/{slug}/p/{number}/homework/missing")
    Page missing(
            Member member,
            @PathVariable long number,
            Frame frame,
            @RequestParam(required = false) @Nullable String after) {
        var task = rows.reviewed(member, number);
        var found = missing.of(member, task, after, MissingList.SIZE);
        return Page.of(templates.homeworkMissing(
                frame, task, found, task.isClosed(member.face().zone(), frame.now())));
    }

    @PostMapping("/c/{slug}/p/{number}/homework/reminder")
    Page remind(@On(Surface.COMMENT) Speaker speaker, @PathVariable long number, Form form) {
        limits.take("remind", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        var only = form.text("member");
        var many = remindMissing.remind(
                speaker, number, only != null && only.matches("\\d{1,15}") ? Long.valueOf(only) : null);
        return Page.to("/c/" + speaker.member().face().slug() + "/p/" + number + "/homework/missing")
                .saying(many == 0 ? "homework.reminded-none" : "homework.reminded");
    }

    @GetMapping("/c/{slug}/p/{number}/homework/table")
    void export(Member member, @PathVariable long number, HttpServletResponse response) throws IOException {
        var task = rows.reviewed(member, number);
        limits.take("export", member.account().value().toString(), 30, Duration.ofHours(1));
        Csv.send(response, "homework-" + number, out -> table.write(member, task, out));
    }
}
