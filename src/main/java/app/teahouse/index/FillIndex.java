package app.teahouse.index;

import app.teahouse.analysis.Analysis;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Indexes circles that were there before the index, and all of them again when words are analysed otherwise; step by step. */
@Component
class FillIndex implements Job {
    private static final int STEP = 200;

    private final Db db;
    private final Indexer indexer;
    private final Sources sources;
    private final TransactionTemplate transaction;

    FillIndex(Db db, Indexer indexer, Sources sources, TransactionTemplate transaction) {
        this.db = db;
        this.indexer = indexer;
        this.sources = sources;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "index.fill";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean step(Instant now) {
        var circles = unfinished();
        if (circles.isEmpty()) {
            circles = old();
        }
        if (circles.isEmpty()) {
            circles = unknown();
        }
        circles.forEach(this::fill);
        return !circles.isEmpty();
    }

    private List<CircleId> unfinished() {
        return db.sql("select circle_id from index.progress where stage <> 'done' order by circle_id limit 10")
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private List<CircleId> old() {
        return db.sql("select circle_id from index.progress where version < :version limit 10")
                .with("version", Analysis.VERSION)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private List<CircleId> unknown() {
        return db.sql("""
                select c.circle_id
                  from circles.circle c
                 where not exists (select 1 from index.progress p where p.circle_id = c.circle_id)
                 limit 10
                """).all((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    /** The next documents of a circle; answers whether there are more. */
    boolean fill(CircleId circle) {
        return transaction.execute(_ -> indexer.hold(circle)
                .map(progress -> {
                    if (progress.version() < Analysis.VERSION) {
                        return move(circle, "post", Indexer.START);
                    }
                    return !progress.stage().equals("done") && fill(circle, progress);
                })
                .orElse(false));
    }

    private boolean fill(CircleId circle, Indexer.Progress progress) {
        var kind = Db.constant(Kind.class, progress.stage());
        var ids = sources.next(circle, kind, progress.after(), STEP);
        if (!ids.isEmpty()) {
            indexer.index(circle, kind, ids);
            return move(circle, progress.stage(), ids.getLast().value());
        }
        var next = switch (kind) {
            case POST -> "comment";
            case COMMENT -> "member";
            case MEMBER -> "column";
            case COLUMN -> "done";
        };
        return move(circle, next, Indexer.START);
    }

    private boolean move(CircleId circle, String stage, UUID after) {
        db.sql("""
                update index.progress
                   set version = :version, stage = :stage, after_id = :after
                 where circle_id = :circle
                """)
                .with("circle", circle)
                .with("version", Analysis.VERSION)
                .with("stage", stage)
                .with("after", after)
                .run();
        return !stage.equals("done");
    }
}
