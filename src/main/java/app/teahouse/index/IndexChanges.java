package app.teahouse.index;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable.Kind;
import app.teahouse.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the index up to date within a second of a change. A node looks when it noted something itself, and every ten seconds for what
 * a node left behind that is gone.
 */
@Component
class IndexChanges implements Job {
    private static final Duration OTHERS = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;
    private static final int MOST_LOOKED_AT = 500;

    private final Db db;
    private final NoteChanges notes;
    private final Indexer indexer;
    private final TransactionTemplate transaction;
    private Instant looked = Instant.EPOCH;

    IndexChanges(Db db, NoteChanges notes, Indexer indexer, TransactionTemplate transaction) {
        this.db = db;
        this.notes = notes;
        this.indexer = indexer;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "index.changes";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(300);
    }

    /** A circle that another node indexes now is left to it. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        if (!notes.anything() && now.isBefore(looked.plus(OTHERS)) && !now.isBefore(looked)) {
            return false;
        }
        looked = now;
        var waiting = waiting();
        var results = waiting.keySet().stream().map(this::work).toList();
        var many = waiting.values().stream().mapToLong(Long::longValue).sum() == MOST_LOOKED_AT;
        var more = results.contains(Result.MORE) || (many && results.contains(Result.DONE));
        if (more || results.contains(Result.LEFT)) {
            notes.again();
        }
        return more;
    }

    private Map<CircleId, Long> waiting() {
        return db
                .sql("""
                select w.circle_id, count(*)
                  from (select circle_id from index.change order by change_id limit :most) w
                 group by w.circle_id
                """)
                .with("most", MOST_LOOKED_AT)
                .all((row, n) -> Map.entry(new CircleId(Db.uuid(row, 1)), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record ChangeId(UUID value) implements Id {}

    private record Change(ChangeId id, Kind kind, DocumentId about) {}

    private enum Result {
        MORE,
        DONE,
        LEFT
    }

    private Result work(CircleId circle) {
        return transaction.execute(_ -> {
            if (indexer.hold(circle).isEmpty()) {
                return Result.LEFT;
            }
            var changes = db.sql("""
                    select change_id, kind, about_id
                      from index.change
                     where circle_id = :circle
                     order by change_id
                     limit :most
                    """)
                    .with("circle", circle)
                    .with("most", AT_ONCE)
                    .all((row, n) -> new Change(
                            new ChangeId(Db.uuid(row, 1)),
                            Db.constant(Kind.class, row.getString(2)),
                            new DocumentId(Db.uuid(row, 3))));
            var kinds = new EnumMap<Kind, Set<DocumentId>>(Kind.class);
            changes.forEach(change -> kinds.computeIfAbsent(change.kind(), _ -> new LinkedHashSet<>())
                    .add(change.about()));
            kinds.forEach((kind, ids) -> indexer.index(circle, kind, ids));
            db.sql("delete from index.change where circle_id = :circle and change_id = any(:ids)")
                    .with("circle", circle)
                    .withIds("ids", changes.stream().map(Change::id).toList())
                    .run();
            return changes.size() == AT_ONCE ? Result.MORE : Result.DONE;
        });
    }
}
