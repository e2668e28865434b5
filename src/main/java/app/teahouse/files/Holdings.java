package app.teahouse.files;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps account of who needs which file, in the transaction in which they begin or cease to. The rows of the files are locked, in one
 * order, so that of a post that takes a file into use and {@link DeleteLoose} at the same moment one sees the other.
 */
@Component
public class Holdings {
    private static final int MOST = 500;

    private final Db db;
    private final Clock clock;

    Holdings(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * From now on these files are needed by the holder too, beside those it needs already.
     *
     * @param ids as Markdown writes them; what is no file of this circle is passed over
     * @return those that are there
     */
    @Transactional
    public Set<String> hold(CircleId circle, Holder holder, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var files = lock(
                circle,
                ids.stream().limit(MOST).map(id -> new FileId(Ids.parse(id))).toList());
        if (files.isEmpty()) {
            return Set.of();
        }
        db.sql("""
                update files.file
                   set loose_since = null
                 where circle_id = :circle and file_id = any(:files) and loose_since is not null
                """).with("circle", circle).withIds("files", files).run();
        db.sql("""
                insert into files.holding (circle_id, holder_id, file_id, post_id, comment_id, draft)
                select :circle, :holder, x.file_id, cast(:post as uuid), cast(:comment as uuid), :draft
                  from unnest(:files) as x (file_id)
                on conflict (circle_id, holder_id, file_id) do nothing
                """)
                .with("circle", circle)
                .with("holder", holder)
                .with("post", holder.post())
                .with("comment", holder.comment())
                .with("draft", holder.draft())
                .withIds("files", files)
                .run();
        return files.stream().map(FileId::key).collect(Collectors.toSet());
    }

    /** From now on the holder needs exactly these files. */
    @Transactional
    public void set(CircleId circle, Holder holder, Collection<String> ids) {
        var before = held(circle, holder);
        var now = ids.stream().map(id -> new FileId(Ids.parse(id))).collect(Collectors.toSet());
        if (now.equals(before)) {
            return;
        }
        var gone = new HashSet<>(before);
        gone.removeAll(now);
        release(circle, holder, gone);
        hold(circle, holder, ids);
    }

    /** The holder is gone for good. */
    @Transactional
    public void release(CircleId circle, Holder holder) {
        release(circle, holder, held(circle, holder));
    }

    private void release(CircleId circle, Holder holder, Set<FileId> files) {
        if (files.isEmpty()) {
            return;
        }
        lock(circle, files);
        db.sql("delete from files.holding where circle_id = :circle and holder_id = :holder and file_id = any(:files)")
                .with("circle", circle)
                .with("holder", holder)
                .withIds("files", files)
                .run();
        db.sql("""
                update files.file f
                   set loose_since = :now
                 where f.circle_id = :circle and f.file_id = any(:files) and f.loose_since is null
                   and not exists (select 1
                                     from files.holding h
                                    where h.circle_id = f.circle_id and h.file_id = f.file_id)
                """)
                .with("circle", circle)
                .withIds("files", files)
                .with("now", clock.instant())
                .run();
    }

    private Set<FileId> held(CircleId circle, Holder holder) {
        return Set.copyOf(db.sql("select file_id from files.holding where circle_id = :circle and holder_id = :holder")
                .with("circle", circle)
                .with("holder", holder)
                .all((row, n) -> new FileId(Db.uuid(row, 1))));
    }

    private List<FileId> lock(CircleId circle, Collection<FileId> files) {
        return db.sql("""
                select file_id
                  from files.file
                 where circle_id = :circle and file_id = any(:files)
                 order by file_id
                   for no key update
                """).with("circle", circle).withIds("files", files).all((row, n) -> new FileId(Db.uuid(row, 1)));
    }
}
