package app.teahouse.homework;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grading for programs. {@code post} in an address is the number of the post that was handed in. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/homework")
class ReviewApi {
    private final TaskRows rows;
    private final Submissions submissions;
    private final ReviewSheet sheet;
    private final GradeHomework gradeHomework;
    private final MissingList missing;
    private final RemindMissing remindMissing;
    private final Limits limits;

    ReviewApi(
            TaskRows rows,
            Submissions submissions,
            ReviewSheet sheet,
            GradeHomework gradeHomework,
            MissingList missing,
            RemindMissing remindMissing,
            Limits limits) {
        this.rows = rows;
        this.submissions = submissions;
        this.sheet = sheet;
        this.gradeHomework = gradeHomework;
        this.missing = missing;
        this.remindMissing = remindMissing;
        this.limits = limits;
    }

    /** What waits for the asker to grade it, the oldest first. */
    @GetMapping("/waiting")
    HomeworkApi.SubmissionsJson waiting(
            Member member,
            @RequestParam(required = false) @Nullable Long task,
            @RequestParam(required = false) @Nullable String after) {
        return HomeworkApi.SubmissionJson.of(submissions.waiting(member, task, Submissions.Place.of(after)), null);
    }

    record GivenJson(
            int version,
            String grade,
            String remark,
            @Nullable String by,
            Instant at,
            boolean takenBack) {}

    /** @param gradeId goes back with the next grade */
    record GradesJson(
            int version, @Nullable UUID gradeId, @Nullable String grade, List<GivenJson> history) {}

    /** For its author, and for those who grade it. */
    @GetMapping("/submissions/{post}/grades")
    GradesJson grades(Member member, @PathVariable long post) {
        var view = sheet.read(member, post);
        var grade = view.submission().grade();
        return new GradesJson(
                view.submission().version(),
                view.seen(),
                grade == null ? null : grade.value(),
                view.grades().stream()
                        .map(given -> new GivenJson(
                                given.version(),
                                given.grade(),
                                given.remark(),
                                given.by(),
                                given.at(),
                                given.takenBack()))
                        .toList());
    }

    /**
     * @param version which version was read
     * @param gradeId the grade that stood then, or null
     */
    record GradeJson(
            @Nullable String grade,
            @Nullable String remark,
            int version,
            @Nullable UUID gradeId) {}

    @PutMapping("/submissions/{post}/grade")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grade(@On(Surface.COMMENT) Speaker speaker, @PathVariable long post, @RequestBody GradeJson asked) {
        limits.take("grade", speaker.account().value().toString(), 300, Duration.ofMinutes(10));
        gradeHomework.grade(
                speaker,
                post,
                new GradeHomework.Asked(
                        asked.grade() == null ? "" : asked.grade(), asked.remark(), asked.version(), asked.gradeId()));
    }

    @DeleteMapping("/submissions/{post}/grade")
    @NoSurface("Takes back what was said; who may is checked by the operation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Member member, @PathVariable long post) {
        gradeHomework.takeBack(member, post);
    }

    record MissingJson(
            @Nullable Long member,
            @Nullable String name,
            @Nullable Instant remindedAt,
            @Nullable String remindedBy) {}

    record MissingListJson(
            List<MissingJson> items, @Nullable String next) {}

    @GetMapping("/{task}/missing")
    MissingListJson missing(
            Member member, @PathVariable long task, @RequestParam(required = false) @Nullable String after) {
        var found = missing.of(member, rows.reviewed(member, task), after, MissingList.SIZE);
        return new MissingListJson(
                found.items().stream()
                        .map(one -> new MissingJson(
                                one.member().number(), one.member().name(), one.remindedAt(), one.remindedBy()))
                        .toList(),
                found.next());
    }

    /** @param member the number of the one who is meant, or null for all */
    record RemindJson(@Nullable Long member) {}

    /** @param reminded how many were reminded now; each is at most once */
    record RemindedJson(int reminded) {}

    @PostMapping("/{task}/reminders")
    RemindedJson remind(@On(Surface.COMMENT) Speaker speaker, @PathVariable long task, @RequestBody RemindJson asked) {
        limits.take("remind", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        return new RemindedJson(remindMissing.remind(speaker, task, asked.member()));
    }
}
