package app.teahouse.homework;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds those who have not handed in anything: each at most once of a task, at most two hundred at a time. */
@Component
class RemindMissing {
    static final int MOST = 200;

    private final Db db;
    private final Clock clock;
    private final TaskRows rows;
    private final Events events;

    RemindMissing(Db db, Clock clock, TaskRows rows, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Answers how many were reminded now.
     *
     * @param only the number of the one member who is meant, or null for all
     */
    @Transactional
    int remind(Speaker reviewer, long number, @Nullable Long only) {
        var task = rows.reviewed(reviewer.member(), number);
        var now = clock.instant();
        var zone = reviewer.member().face().zone();
        if (task.isClosed(zone, now)) {
            throw Refusal.conflict("homework.closed");
        }
        var reminded = db.sql("""
                insert into homework.reminder (circle_id, task_id, account_id, made_by, made_at)
                select m.circle_id, cast(:task as uuid), m.account_id, :by, :now
                  from members.membership m
                 where m.circle_id = :circle and m.state = 'active' and m.role in ('member', 'volunteer')
                   and m.account_id is distinct from :author
                   and not exists (select 1
                                     from homework.submission s
                                     join content.post p
                                       on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state <> 'deleted'
                                    where s.circle_id = m.circle_id and s.task_id = :task and s.account_id = m.account_id)
                   and not exists (select 1
                                     from homework.reminder r
                                    where r.circle_id = m.circle_id and r.task_id = :task and r.account_id = m.account_id)
                """)
                .and(only != null, "and m.number = :only")
                .and(true, "order by m.number limit :most")
                .and(true, "on conflict (circle_id, task_id, account_id) do nothing returning account_id")
                .with("circle", reviewer.circle())
                .with("task", task.id())
                .with("author", task.author())
                .with("by", reviewer.account())
                .with("only", only)
                .with("most", MOST)
                .with("now", now)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        if (!reminded.isEmpty()) {
            events.publish(new HomeworkMissing(
                    reviewer.circle(),
                    task.id(),
                    number,
                    task.name(),
                    reminded,
                    reviewer.account(),
                    reviewer.member().standing().alias(),
                    now));
        }
        return reminded.size();
    }
}
