package app.teahouse.paths;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks over the posts of circles whose members lay paths, from the oldest to the youngest, and keeps those in the pool that moved people
 * more than the posts beside them. Once a day, as long as somebody asked within the last week.
 */
@Component
class FillPool implements Job {
    private static final int STEP = 500;
    private static final int MOST = 500;

    private final Db db;
    private final TransactionTemplate transaction;

    FillPool(Db db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "paths.fill-pool";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean step(Instant now) {
        var more = transaction.execute(_ -> {
            var due = db.sql("""
                    select circle_id, next_number
                      from paths.walk
                     where due_at <= :now
                     order by due_at
                     limit 1
                       for update skip locked
                    """)
                    .with("now", now)
                    .maybe((row, n) -> new Walk(new CircleId(Db.uuid(row, 1)), row.getLong(2)));
            due.ifPresent(walk -> on(walk, now));
            return due.isPresent();
        });
        return Boolean.TRUE.equals(more);
    }

    private record Walk(CircleId circle, long from) {}

    private void on(Walk walk, Instant now) {
        var last = db.sql("""
                with beside as (
                    select post_id, number, ln(1 + reaction_count + 2 * comment_count) as echo
                      from content.post
                     where circle_id = :circle and state = 'live' and kind = 'post' and number > :from
                     order by number
                     limit :most),
                told as (
                    insert into paths.pool (circle_id, post_id, echo)
                    select :circle, post_id, echo
                      from (select post_id, echo - avg(echo) over () as echo from beside) b
                     where echo > 0
                    on conflict (circle_id, post_id) do update set echo = excluded.echo)
                select max(number) from beside having count(*) = :most
                """)
                .with("circle", walk.circle())
                .with("from", walk.from())
                .with("most", STEP)
                .maybe(Long.class);
        trim(walk.circle());
        db.sql("""
                update paths.walk
                   set next_number = :next,
                       due_at = case when :next > 0 then due_at
                                     when asked_at > :now - interval '7 days' then :now + interval '1 day' end
                 where circle_id = :circle
                """)
                .with("circle", walk.circle())
                .with("next", last.orElse(0L))
                .with("now", now)
                .run();
    }

    /** Keeps the best, and nothing that is hidden or gone. */
    private void trim(CircleId circle) {
        db.sql("""
                delete from paths.pool
                 where circle_id = :circle
                   and post_id not in (select q.post_id
                                         from paths.pool q
                                         join content.post p
                                           on p.circle_id = q.circle_id and p.post_id = q.post_id and p.state = 'live'
                                        where q.circle_id = :circle
                                        order by q.echo desc, q.post_id
                                        limit :most)
                """).with("circle", circle).with("most", MOST).run();
    }
}
