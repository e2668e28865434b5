package app.teahouse.homework;

import app.teahouse.columns.Arrange;
import app.teahouse.content.PostId;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.content.WritePost;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A post begins to ask for homework, asks on other terms, or asks no more. */
@Component
public class AskForHomework {
    private static final int MOST_REVIEWERS = 50;

    private final Db db;
    private final Clock clock;
    private final TaskRows rows;
    private final PostRows posts;
    private final PostMarks marks;
    private final WritePost writePost;
    private final Arrange arrange;
    private final Members members;

    AskForHomework(
            Db db,
            Clock clock,
            TaskRows rows,
            PostRows posts,
            PostMarks marks,
            WritePost writePost,
            Arrange arrange,
            Members members) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.posts = posts;
        this.marks = marks;
        this.writePost = writePost;
        this.arrange = arrange;
        this.members = members;
    }

    /**
     * A task that is written now.
     *
     * @param id made when the form is shown, so that a form sent twice makes one task
     * @param column the number of the column in which it becomes the last item, or null
     */
    public record Asked(
            PostId id,
            @Nullable String title,
            @Nullable String text,
            @Nullable Long column) {}

    /** Writes the post too. Answers its number. */
    @Transactional
    public long begin(Speaker speaker, Asked asked, Terms terms, List<Long> reviewers) {
        terms.check();
        new Faults()
                .require(asked.title() != null && !asked.title().isBlank(), "title", "field.missing")
                .refuse();
        mustAsk(speaker);
        var written =
                writePost.write(speaker, new WritePost.Asked(asked.id(), asked.title(), asked.text(), List.of(), null));
        var number = Objects.requireNonNull(written.number());
        if (asked.column() != null) {
            arrange.addLast(speaker, asked.column(), number);
        }
        ask(speaker, number, terms, reviewers);
        return number;
    }

    /** The post asks for homework from now on, or on these terms if it did already. */
    @Transactional
    public void ask(Speaker speaker, long number, Terms terms, List<Long> reviewers) {
        terms.check();
        mustAsk(speaker);
        var post =
                posts.lock(speaker.circle(), new PostKey(number, null)).live().facts();
        if (!speaker.member().isStaff() && !post.isBy(speaker.member())) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
        if (!insert(speaker, post.id(), number, terms)) {
            change(speaker, rows.lock(speaker.member(), number), terms);
        }
        marks.task(speaker.circle(), post.id(), true);
        setReviewers(speaker, post.id(), reviewers);
    }

    private static void mustAsk(Speaker speaker) {
        if (!Task.mayAsk(speaker.member())) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
    }

    private boolean insert(Speaker speaker, PostId post, long number, Terms terms) {
        return db.sql("""
                insert into homework.task
                       (circle_id, task_id, number, due_on, grace_hours, resubmissions, peers, scale, made_by, made_at)
                values (:circle, :task, :number, :dueOn, :grace, :resubmissions, :peers, :scale, :account, :now)
                on conflict (circle_id, task_id) do nothing
                """)
                        .with("circle", speaker.circle())
                        .with("task", post)
                        .with("number", number)
                        .with("dueOn", terms.dueOn())
                        .with("grace", terms.graceHours())
                        .with("resubmissions", terms.resubmissions())
                        .with("peers", terms.peers())
                        .with("scale", terms.scale())
                        .with("account", speaker.account())
                        .with("now", clock.instant())
                        .run()
                == 1;
    }

    private void change(Speaker speaker, Task task, Terms terms) {
        if (terms.scale() != task.terms().scale() && hasGrades(speaker, task)) {
            throw Refusal.invalid("scale", "homework.scale-in-use");
        }
        db.sql("""
                update homework.task
                   set due_on = :dueOn, grace_hours = :grace, resubmissions = :resubmissions, peers = :peers, scale = :scale
                 where circle_id = :circle and task_id = :task
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("dueOn", terms.dueOn())
                .with("grace", terms.graceHours())
                .with("resubmissions", terms.resubmissions())
                .with("peers", terms.peers())
                .with("scale", terms.scale())
                .run();
        if (!Objects.equals(terms.dueOn(), task.terms().dueOn())) {
            forgive(speaker, task, terms);
        }
    }

    private boolean hasGrades(Speaker speaker, Task task) {
        return db.sql("select 1 from homework.grade where circle_id = :circle and task_id = :task limit 1")
                .with("circle", speaker.circle())
                .with("task", task.id())
                .exists();
    }

    /** A later deadline makes less late what was late; an earlier one never makes late what was in time when it was handed in. */
    private void forgive(Speaker speaker, Task task, Terms terms) {
        var end = terms.deadline(speaker.member().face().zone()).end();
        db.sql("""
                update homework.submission
                   set late_seconds = case when cast(:end as timestamptz) is null then 0
                                           else least(late_seconds, greatest(0, ceil(extract(epoch from handed_at - :end)))) end
                 where circle_id = :circle and task_id = :task and late_seconds > 0
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("end", end)
                .run();
    }

    /** @param numbers of guest experts of this circle; others are left out */
    private void setReviewers(Speaker speaker, PostId task, List<Long> numbers) {
        db.sql("delete from homework.reviewer where circle_id = :circle and task_id = :task")
                .with("circle", speaker.circle())
                .with("task", task)
                .run();
        var experts = numbers.stream()
                .limit(MOST_REVIEWERS)
                .flatMap(number -> members.numbered(speaker.circle(), number).stream())
                .filter(card -> card.active() && card.role() == Role.GUEST_EXPERT)
                .map(MemberCard::account)
                .toList();
        db.sql("""
                insert into homework.reviewer (circle_id, task_id, account_id)
                select distinct cast(:circle as uuid), cast(:task as uuid), x.account_id
                  from unnest(:accounts) as x (account_id)
                """)
                .with("circle", speaker.circle())
                .with("task", task)
                .withIds("accounts", experts)
                .run();
    }

    /** Only while nobody has handed in anything; who wants no more of it sets a deadline. */
    @Transactional
    void drop(Speaker speaker, long number) {
        var task = rows.lock(speaker.member(), number);
        if (!task.isSettledBy(speaker.member())) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
        if (db.sql("select 1 from homework.submission where circle_id = :circle and task_id = :task limit 1")
                .with("circle", speaker.circle())
                .with("task", task.id())
                .exists()) {
            throw Refusal.conflict("homework.has-submissions");
        }
        db.sql("delete from homework.task where circle_id = :circle and task_id = :task")
                .with("circle", speaker.circle())
                .with("task", task.id())
                .run();
        marks.task(speaker.circle(), task.id(), false);
    }
}
