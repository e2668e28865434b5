package app.teahouse.imports;

import app.teahouse.away.NotePictures;
import app.teahouse.imports.Plan.Entry;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff bring an archive: it is kept and looked at, so that they see what will come before anything does. */
@Component
class ReadArchive {
    private final Db db;
    private final Archives archives;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReadArchive(Db db, Archives archives, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.archives = archives;
        this.clock = clock;
        this.transaction = transaction;
    }

    RunId read(Staff staff, String fileName, InputStream content) {
        var run = new RunId(Ids.next());
        try {
            archives.keep(run, content);
            Plan plan;
            try (var archive = Archive.open(archives.file(run))) {
                plan = Plan.of(archive, staff.member().face().zone(), clock.instant());
            }
            transaction.executeWithoutResult(_ -> write(staff, run, fileName, plan));
            return run;
        } catch (IOException e) {
            forget(run);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            forget(run);
            throw e;
        }
    }

    private void forget(RunId run) {
        try {
            archives.forget(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Staff staff, RunId run, String fileName, Plan plan) {
        db.sql("""
                insert into imports.run (circle_id, run_id, state, file_name, made_by, made_at, total, away_pictures, away_hosts)
                values (:circle, :run, 'ready', :file, :by, :now, :total, :pictures, :hosts)
                """)
                .with("circle", staff.circle())
                .with("run", run)
                .with("file", fileName)
                .with("by", staff.account())
                .with("now", clock.instant())
                .with("total", plan.entries().size())
                .with("pictures", plan.pictures().size())
                .with("hosts", NotePictures.hosts(plan.pictures()))
                .run();
        for (var position = 0; position < plan.entries().size(); position++) {
            write(staff, run, position, plan.entries().get(position));
        }
        plan.oddities().forEach(odd -> Oddities.note(db, staff.circle(), run, odd));
    }

    private void write(Staff staff, RunId run, int position, Entry entry) {
        db.sql("""
                insert into imports.article
                       (circle_id, run_id, position, path, title, published_at, author, tags, state)
                values (:circle, :run, :position, :path, :title, :at, :author, :tags, 'waiting')
                """)
                .with("circle", staff.circle())
                .with("run", run)
                .with("position", position)
                .with("path", entry.path())
                .with("title", entry.title())
                .with("at", entry.publishedAt())
                .with("author", entry.author())
                .withTexts("tags", entry.tags())
                .run();
    }
}
