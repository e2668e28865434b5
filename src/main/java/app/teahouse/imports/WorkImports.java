package app.teahouse.imports;

import app.teahouse.circles.Circles;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings archives in, a few articles at a time. A lease keeps two nodes off one run; each article and the note that it came stand
 * in one transaction, so a run goes on where it stopped.
 */
@Component
class WorkImports implements Job {
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Db db;
    private final Circles circles;
    private final Archives archives;
    private final BringArticle bringArticle;
    private final Clock clock;

    WorkImports(Db db, Circles circles, Archives archives, BringArticle bringArticle, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.archives = archives;
        this.bringArticle = bringArticle;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "imports.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** The lease keeps two nodes off one run, so nobody has to write down every few seconds that there was nothing to do. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    private record Due(CircleId circle, RunId run, AccountId by, boolean fetch) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, run_id, made_by, with_pictures
                  from imports.run
                 where state = 'running' and (lease_until is null or lease_until < :now)
                   -- What was begun in a circle that is frozen now goes on afterwards.
                   and not exists (select 1 from circles.circle c
                                    where c.circle_id = imports.run.circle_id and c.state = 'frozen')
                 order by run_id
                 limit 10
                """)
                .with("now", now)
                .all((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        new RunId(Db.uuid(row, 2)),
                        new AccountId(Db.uuid(row, 3)),
                        row.getBoolean(4)));
        var more = false;
        for (var one : due) {
            if (lease(one, now, now.plus(LEASE))) {
                more |= work(one);
                lease(one, now.plus(LEASE).plusMillis(1), null);
            }
        }
        return more;
    }

    private boolean lease(Due due, Instant now, @Nullable Instant until) {
        return db.sql("""
                update imports.run
                   set lease_until = :until
                 where circle_id = :circle and run_id = :run and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", due.circle())
                        .with("run", due.run())
                        .with("now", now)
                        .with("until", until)
                        .run()
                == 1;
    }

    /** Answers whether there is more to do. */
    private boolean work(Due due) {
        var face = circles.byId(due.circle()).map(circle -> circle.face()).orElse(null);
        var waiting = waiting(due);
        var file = archives.file(due.run());
        if (face == null || waiting.isEmpty() || !Files.exists(file)) {
            finish(due);
            return false;
        }
        try (var archive = Archive.open(file)) {
            var numbers = numbers(due);
            for (var article : waiting) {
                bringArticle.bring(
                        new BringArticle.Place(face, due.run(), due.by(), due.fetch(), archive, numbers), article);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private List<BringArticle.Waiting> waiting(Due due) {
        return db.sql("""
                select a.position, a.path, a.title, a.published_at, a.author, a.tags, a.number, a.highlight
                  from imports.article a
                  join imports.run r on r.circle_id = a.circle_id and r.run_id = a.run_id
                 where a.circle_id = :circle and a.run_id = :run and a.state = 'waiting' and r.state = 'running'
                 order by a.position
                 limit :batch
                """)
                .with("circle", due.circle())
                .with("run", due.run())
                .with("batch", BATCH)
                .all((row, n) -> new BringArticle.Waiting(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        Db.instant(row, 4),
                        row.getString(5),
                        Db.texts(row, 6),
                        row.getLong(7),
                        row.getBoolean(8)));
    }

    /** Where each file of the archive is, or will be, in the circle. */
    private Map<String, Long> numbers(Due due) {
        record Row(String path, long number) {}
        var numbers = new HashMap<String, Long>();
        db.sql("""
                select path, number
                  from imports.article
                 where circle_id = :circle and run_id = :run and number is not null and state <> 'refused'
                 limit 10000
                """)
                .with("circle", due.circle())
                .with("run", due.run())
                .all((row, n) -> new Row(row.getString(1), row.getLong(2)))
                .forEach(row -> numbers.put(row.path(), row.number()));
        return numbers;
    }

    private void finish(Due due) {
        db.sql("""
                update imports.run
                   set state = 'done', finished_at = :now
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", due.circle())
                .with("run", due.run())
                .with("now", clock.instant())
                .run();
        try {
            archives.forget(due.run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String link(Face circle, long number) {
        return "/c/" + circle.slug() + "/p/" + number;
    }
}
