package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.On;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Tasks and one's own homework for programs. {@code task} in an address is the number of the post with the task. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/homework")
class HomeworkApi {
    private final MyHomework mine;
    private final TaskRows rows;
    private final Submissions submissions;
    private final AskForHomework askForHomework;
    private final HandInHomework handInHomework;
    private final Limits limits;

    HomeworkApi(
            MyHomework mine,
            TaskRows rows,
            Submissions submissions,
            AskForHomework askForHomework,
            HandInHomework handInHomework,
            Limits limits) {
        this.mine = mine;
        this.rows = rows;
        this.submissions = submissions;
        this.askForHomework = askForHomework;
        this.handInHomework = handInHomework;
        this.limits = limits;
    }

    /** What the asker handed in; {@code post} is the number of the post with its words. */
    record MineJson(
            long post,
            int version,
            Instant handedInAt,
            long lateSeconds,
            @Nullable String grade,
            boolean again) {}

    /**
     * @param endsAt when it begins to be late
     * @param closesAt when it is not taken any more
     * @param resubmissions how often it may be handed in again; null for as often as one likes
     */
    record TaskJson(
            long task,
            String name,
            @Nullable LocalDate dueOn,
            @Nullable Instant endsAt,
            @Nullable Instant closesAt,
            @Nullable Integer resubmissions,
            String peers,
            String scale,
            boolean closed,
            @Nullable MineJson mine) {

        static TaskJson of(MyTask task) {
            var own = task.mine();
            return new TaskJson(
                    task.number(),
                    task.name(),
                    task.terms().dueOn(),
                    task.deadline().end(),
                    task.deadline().close(),
                    task.terms().resubmissions(),
                    Db.name(task.terms().peers()),
                    Db.name(task.terms().scale()),
                    task.closed(),
                    own == null
                            ? null
                            : new MineJson(
                                    own.number(),
                                    own.version(),
                                    own.handedAt(),
                                    own.lateSeconds(),
                                    own.grade(),
                                    own.again()));
        }
    }

    record TasksJson(List<TaskJson> items, @Nullable String next) {}

    /** The newest first, each with what the asker handed in; {@code show} is all, open, handed_in or graded. */
    @GetMapping
    TasksJson tasks(
            Member member,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before) {
        var found = mine.list(member, HomeworkPages.show(show), before);
        return new TasksJson(found.items().stream().map(TaskJson::of).toList(), found.next());
    }

    @GetMapping("/{task}")
    TaskJson task(Member member, @PathVariable long task) {
        return TaskJson.of(mine.one(member, task).orElseThrow(TaskRows::unknown));
    }

    /** @param reviewers numbers of guest experts who grade it, beside the staff */
    record TermsJson(
            @Nullable LocalDate dueOn,
            @Nullable Integer graceHours,
            @Nullable Integer resubmissions,
            @Nullable String peers,
            @Nullable String scale,
            @Nullable List<Long> reviewers) {

        Terms terms() {
            return new Terms(
                    dueOn,
                    graceHours == null ? 0 : graceHours,
                    resubmissions,
                    TaskPages.choice(Peers.values(), peers == null ? "after" : peers, "peers"),
                    TaskPages.choice(Scale.values(), scale == null ? "none" : scale, "scale"));
        }

        List<Long> numbers() {
            return reviewers == null ? List.of() : reviewers;
        }
    }

    /** @param column the number of the column in which it becomes the last item, or null */
    record NewTaskJson(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String text,
            @Nullable Long column,
            @Nullable TermsJson terms) {}

    record AskedJson(long task) {}

    @PostMapping
    ResponseEntity<AskedJson> begin(@On(Surface.POST) Speaker speaker, @RequestBody NewTaskJson asked) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        var terms = asked.terms() == null ? new TermsJson(null, null, null, null, null, null) : asked.terms();
        var task = askForHomework.begin(
                speaker,
                new AskForHomework.Asked(
                        new PostId(asked.id() == null ? Ids.next() : asked.id()),
                        asked.title(),
                        asked.text(),
                        asked.column()),
                terms.terms(),
                terms.numbers());
        var slug = speaker.member().face().slug();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/homework/" + task))
                .body(new AskedJson(task));
    }

    /** A post asks for homework from now on, or on these terms. */
    @PutMapping("/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@On(Surface.POST) Speaker speaker, @PathVariable long task, @RequestBody TermsJson asked) {
        askForHomework.ask(speaker, task, asked.terms(), asked.numbers());
    }

    @DeleteMapping("/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@On(Surface.POST) Speaker speaker, @PathVariable long task) {
        askForHomework.drop(speaker, task);
    }

    /**
     * @param seen how many versions the program knows of; 0 before the first
     */
    record HandInJson(@Nullable String text, @Nullable Integer seen) {}

    record HandedInJson(long post, int version, long lateSeconds) {}

    @PutMapping("/{task}/mine")
    HandedInJson handIn(@On(Surface.HOMEWORK) Speaker speaker, @PathVariable long task, @RequestBody HandInJson asked) {
        limits.take("homework", speaker.account().value().toString(), 30, Duration.ofMinutes(10));
        var done = handInHomework.handIn(speaker, task, asked.text(), asked.seen() == null ? 0 : asked.seen());
        return new HandedInJson(done.number(), done.version(), done.lateSeconds());
    }

    /** @param member number of who handed it in, or null where they are not known any more */
    record SubmissionJson(
            long post,
            @Nullable Long member,
            @Nullable String name,
            int version,
            Instant handedInAt,
            long lateSeconds,
            @Nullable String grade,
            @Nullable Long task) {

        static SubmissionJson of(Submission one, @Nullable Long task) {
            var grade = one.grade();
            return new SubmissionJson(
                    one.number(),
                    one.author().number(),
                    one.author().name(),
                    one.version(),
                    one.handedAt(),
                    one.lateSeconds(),
                    grade == null ? null : grade.value(),
                    task);
        }

        static SubmissionsJson of(Cursor<Submission> page, @Nullable Long task) {
            return new SubmissionsJson(
                    page.items().stream()
                            .map(one -> of(one, task == null ? Long.valueOf(one.taskNumber()) : task))
                            .toList(),
                    page.next());
        }
    }

    record SubmissionsJson(
            List<SubmissionJson> items, @Nullable String next) {}

    /** The newest first; who does not review sees no grades. */
    @GetMapping("/{task}/submissions")
    SubmissionsJson submissions(
            Member member, @PathVariable long task, @RequestParam(required = false) @Nullable String before) {
        return SubmissionJson.of(submissions.of(member, rows.read(member, task), before), task);
    }
}
