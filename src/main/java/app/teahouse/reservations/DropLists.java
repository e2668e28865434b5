package app.teahouse.reservations;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lists hold names of people who are not here yet. After a month they go, line by line; the places stay. */
@Component
class DropLists {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 500;

    private final Db db;

    DropLists(Db db) {
        this.db = db;
    }

    private record Old(CircleId circle, ListId list) {}

    /** Answers whether there is more to drop. */
    boolean step(Instant now) {
        var old = db.sql("""
                select circle_id, list_id
                  from reservations.list
                 where made_at < :before and state <> 'running'
                 order by made_at
                 limit 5
                """)
                .with("before", now.minus(KEPT))
                .all((row, n) -> new Old(new CircleId(Db.uuid(row, 1)), new ListId(Db.uuid(row, 2))));
        for (var one : old) {
            if (!dropLines(one)) {
                db.sql("delete from reservations.list where circle_id = :circle and list_id = :list")
                        .with("circle", one.circle())
                        .with("list", one.list())
                        .run();
            }
        }
        return !old.isEmpty();
    }

    private boolean dropLines(Old one) {
        return db.sql("""
                delete from reservations.line
                 where circle_id = :circle and list_id = :list
                   and line in (select line from reservations.line
                                 where circle_id = :circle and list_id = :list limit :most)
                """)
                        .with("circle", one.circle())
                        .with("list", one.list())
                        .with("most", MOST)
                        .run()
                == MOST;
    }
}
