package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which circles a decision keeps out of Discover: only its end lets them in again. */
@Component
public class KeptOut {
    private final Db db;

    KeptOut(Db db) {
        this.db = db;
    }

    /** Those of them. Who acts on it holds the circle's row before, so that no such decision is made meanwhile. */
    public Set<CircleId> among(Operator operator, Collection<CircleId> circles) {
        return db.sql("""
                select circle_id
                  from verdicts.verdict
                 where circle_id = any(:circles) and kind = 'unlisted' and over_at is null
                """).withIds("circles", circles).all((row, n) -> new CircleId(Db.uuid(row, 1))).stream()
                .collect(Collectors.toSet());
    }
}
