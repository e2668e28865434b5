package app.teahouse.reservations;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes places of the lines of lists, some hundred at a time; a batch and the note that it was done are one transaction. A place that
 * is there already gets what the list says now, and so does the member who has taken it: a list that is brought again changes nothing.
 */
@Component
class WorkLists implements Job {
    private static final int BATCH = 500;

    private final Db db;
    private final DropLists dropLists;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WorkLists(Db db, DropLists dropLists, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.dropLists = dropLists;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "reservations.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    private record Running(CircleId circle, ListId list) {}

    private record Batch(CircleId circle, ListId list, int first, int last) {}

    @Override
    public boolean step(Instant now) {
        var running =
                db.sql("""
                select circle_id, list_id
                  from reservations.list
                 where state = 'running'
                 order by circle_id, list_id
                 limit 5
                """).all((row, n) -> new Running(new CircleId(Db.uuid(row, 1)), new ListId(Db.uuid(row, 2))));
        running.forEach(one -> transaction.executeWithoutResult(_ -> work(one)));
        return dropLists.step(now) || !running.isEmpty();
    }

    private void work(Running one) {
        // Keeps out whoever stops the list, until the batch is noted.
        if (!db.sql("""
                select 1
                  from reservations.list
                 where circle_id = :circle and list_id = :list and state = 'running'
                   for no key update
                """).with("circle", one.circle()).with("list", one.list()).exists()) {
            return;
        }
        db.planAnew(); // one that was kept while there were few places reads all of them for each line of a long list
        var batch = next(one);
        if (batch.last() == 0) {
            finish(one);
            return;
        }
        decide(batch);
        add(batch);
        changePlaces(batch);
        changeNotes(batch);
        note(batch);
    }

    private Batch next(Running one) {
        return db.sql("""
                select coalesce(min(x.line), 0), coalesce(max(x.line), 0)
                  from (select line
                          from reservations.line
                         where circle_id = :circle and list_id = :list and state = 'waiting'
                         order by line
                         limit :batch) as x
                """)
                .with("circle", one.circle())
                .with("list", one.list())
                .with("batch", BATCH)
                .one((row, n) -> new Batch(one.circle(), one.list(), row.getInt(1), row.getInt(2)));
    }

    private void finish(Running one) {
        db.sql("""
                update reservations.list
                   set state = 'done', finished_at = :now
                 where circle_id = :circle and list_id = :list
                """)
                .with("circle", one.circle())
                .with("list", one.list())
                .with("now", clock.instant())
                .run();
    }

    private void decide(Batch batch) {
        run(batch, db.sql("""
                with decided as (
                    select l.line,
                           case when p.place_id is null then 'fresh'
                                when p.state = 'open'
                                 and (p.name, p.tags, p.note) = (l.name, l.tags, l.note)
                                 and coalesce(p.joined_on, 'infinity') = coalesce(l.joined_on, 'infinity')
                                 and coalesce(p.expires_on, 'infinity') = coalesce(l.expires_on, 'infinity') then 'same'
                                when p.state = 'taken'
                                 and (s.tags, s.note) = (l.tags, l.note)
                                 and coalesce(s.joined_on, 'infinity') = coalesce(l.joined_on, 'infinity')
                                 and coalesce(s.expires_on, 'infinity') = coalesce(l.expires_on, 'infinity') then 'same'
                                else 'changed'
                           end as state
                      from reservations.line l
                      left join reservations.place p on p.circle_id = l.circle_id and p.mark = l.mark
                      left join reservations.notes s on s.circle_id = p.circle_id and s.account_id = p.taken_by
                     where l.circle_id = :circle and l.list_id = :list and l.line between :first and :last
                       and l.state = 'waiting'
                )
                update reservations.line l
                   set state = d.state
                  from decided d
                 where l.circle_id = :circle and l.list_id = :list and l.line = d.line
                """));
    }

    private void add(Batch batch) {
        run(batch, db.sql("""
                insert into reservations.place
                       (circle_id, place_id, mark, name, tags, joined_on, expires_on, note, made_at)
                select l.circle_id, l.place_id, l.mark, l.name, l.tags, l.joined_on, l.expires_on, l.note, :now
                  from reservations.line l
                 where l.circle_id = :circle and l.list_id = :list and l.line between :first and :last and l.state = 'fresh'
                    on conflict (circle_id, mark) do nothing
                """).with("now", clock.instant()));
    }

    /** Waits for whoever is taking one of them just now; theirs is a notes afterwards. */
    private void changePlaces(Batch batch) {
        run(batch, db.sql("""
                update reservations.place p
                   set name = l.name, tags = l.tags, joined_on = l.joined_on, expires_on = l.expires_on, note = l.note
                  from reservations.line l
                 where l.circle_id = :circle and l.list_id = :list and l.line between :first and :last and l.state = 'changed'
                   and p.circle_id = l.circle_id and p.mark = l.mark and p.state = 'open'
                """));
    }

    private void changeNotes(Batch batch) {
        run(batch, db.sql("""
                insert into reservations.notes (circle_id, account_id, tags, joined_on, expires_on, note)
                select l.circle_id, p.taken_by, l.tags, l.joined_on, l.expires_on, l.note
                  from reservations.line l
                  join reservations.place p on p.circle_id = l.circle_id and p.mark = l.mark and p.state = 'taken'
                 where l.circle_id = :circle and l.list_id = :list and l.line between :first and :last and l.state = 'changed'
                    on conflict (circle_id, account_id) do update
                   set tags = excluded.tags, joined_on = excluded.joined_on, expires_on = excluded.expires_on,
                       note = excluded.note
                """));
    }

    private void note(Batch batch) {
        run(batch, db.sql("""
                update reservations.list u
                   set done = u.done + x.done, fresh = u.fresh + x.fresh, changed = u.changed + x.changed
                  from (select count(*) filter (where l.state <> 'refused') as done,
                               count(*) filter (where l.state = 'fresh') as fresh,
                               count(*) filter (where l.state = 'changed') as changed
                          from reservations.line l
                         where l.circle_id = :circle and l.list_id = :list and l.line between :first and :last) as x
                 where u.circle_id = :circle and u.list_id = :list
                """));
    }

    private static void run(Batch batch, Db.Statement statement) {
        statement
                .with("circle", batch.circle())
                .with("list", batch.list())
                .with("first", batch.first())
                .with("last", batch.last())
                .run();
    }
}
