package app.teahouse.files;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes files that nobody has needed for seven days: uploads that were never used, and what erased posts showed. */
@Component
class DeleteLoose implements Job {
    private static final Duration GRACE = Duration.ofDays(7);
    private static final int AT_ONCE = 100;

    private final Db db;
    private final StoredFiles storedFiles;

    DeleteLoose(Db db, StoredFiles storedFiles) {
        this.db = db;
        this.storedFiles = storedFiles;
    }

    @Override
    public String name() {
        return "files.delete-loose";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    private record Loose(CircleId circle, FileId id, List<Integer> widths) {}

    @Override
    public boolean step(Instant now) {
        var before = now.minus(GRACE);
        var loose = db.sql("""
                select circle_id, file_id, widths
                  from files.file
                 where loose_since < :before
                 order by loose_since, file_id
                 limit :most
                """)
                .with("before", before)
                .with("most", AT_ONCE)
                .all((row, n) ->
                        new Loose(new CircleId(Db.uuid(row, 1)), new FileId(Db.uuid(row, 2)), List.of((Integer[])
                                row.getArray(3).getArray())));
        for (var file : loose) {
            if (forget(file, before)) {
                storedFiles.delete(file.id(), file.widths());
            }
        }
        return loose.size() == AT_ONCE;
    }

    /** Looks again at the row it deletes: whoever takes the file into use now has locked it, and changed it when they let go. */
    private boolean forget(Loose file, Instant before) {
        return db.sql("delete from files.file where circle_id = :circle and file_id = :file and loose_since < :before")
                        .with("circle", file.circle())
                        .with("file", file.id())
                        .with("before", before)
                        .run()
                == 1;
    }
}
