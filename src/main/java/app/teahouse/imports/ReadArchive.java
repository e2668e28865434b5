package app.teahouse.imports;

import app.teahouse.away.NotePictures;
import app.teahouse.formats.Fault;
import app.teahouse.formats.Sources;
import app.teahouse.formats.Wishes;
import app.teahouse.imports.Plan.Entry;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff bring an archive: it is kept and looked at, so that they see what will come before anything does. */
@Component
class ReadArchive {
    private final Db db;
    private final Archives archives;
    private final Sources sources;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReadArchive(Db db, Archives archives, Sources sources, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.archives = archives;
        this.sources = sources;
        this.clock = clock;
        this.transaction = transaction;
    }

    RunId read(Staff staff, String fileName, InputStream content) {
        return read(staff, fileName, content, Wishes.NONE);
    }

    /** What is no archive of Markdown is written anew as one first. */
    RunId read(Staff staff, String fileName, InputStream content, Wishes wishes) {
        var run = new RunId(Ids.next());
        var zone = staff.member().face().zone();
        try {
            archives.keep(run, content);
            var faults = translate(run, fileName, zone, wishes);
            Plan plan;
            try (var archive = Archive.open(archives.file(run))) {
                plan = Plan.of(archive, zone, clock.instant());
            }
            transaction.executeWithoutResult(_ -> {
                write(staff, run, fileName, faults == null ? plan : plan.dated());
                Objects.requireNonNullElse(faults, List.<Fault>of())
                        .forEach(fault -> Oddities.note(
                                db, staff.circle(), run, new Plan.Oddity(fault.place(), fault.code(), fault.detail())));
            });
            return run;
        } catch (IOException e) {
            forget(run);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            forget(run);
            throw e;
        }
    }

    /** What could not come along; null for an archive of Markdown, which is left as it is. */
    private @Nullable List<Fault> translate(RunId run, String fileName, ZoneId zone, Wishes wishes) throws IOException {
        var translated = sources.translate(archives.file(run), fileName, zone, wishes);
        if (translated.isEmpty()) {
            return null;
        }
        Files.move(translated.get().archive(), archives.file(run), StandardCopyOption.REPLACE_EXISTING);
        return translated.get().faults();
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
                       (circle_id, run_id, position, path, title, published_at, author, tags, highlight, state)
                values (:circle, :run, :position, :path, :title, :at, :author, :tags, :highlight, 'waiting')
                """)
                .with("circle", staff.circle())
                .with("run", run)
                .with("position", position)
                .with("path", entry.path())
                .with("title", entry.title())
                .with("at", entry.publishedAt())
                .with("author", entry.author())
                .withTexts("tags", entry.tags())
                .with("highlight", entry.highlight())
                .run();
    }
}
