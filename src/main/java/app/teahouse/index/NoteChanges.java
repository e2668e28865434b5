package app.teahouse.index;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Writes down what changed, with the change. Rows are only added, so nobody who writes waits for the index; of several about one thing
 * the job makes one.
 */
@Component
class NoteChanges implements Findable {
    private final Db db;
    private final AtomicBoolean noted = new AtomicBoolean(true);

    NoteChanges(Db db) {
        this.db = db;
    }

    private record ChangeId(java.util.UUID value) implements Id {}

    @Override
    public void changed(CircleId circle, Kind kind, Collection<? extends Id> ids) {
        if (ids.isEmpty()) {
            return;
        }
        db.sql("""
                insert into index.change (circle_id, change_id, kind, about_id)
                select :circle, c.change_id, :kind, c.about_id
                  from unnest(:changes, :ids) as c (change_id, about_id)
                """)
                .with("circle", circle)
                .with("kind", kind)
                .withIds(
                        "changes",
                        ids.stream().map(_ -> new ChangeId(Ids.next())).toList())
                .withIds("ids", ids)
                .run();
        AfterCommit.run(() -> noted.set(true));
    }

    /** Whether something was noted here since this was asked last. */
    boolean anything() {
        return noted.getAndSet(false);
    }

    void again() {
        noted.set(true);
    }
}
