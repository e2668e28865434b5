package app.teahouse.synonyms;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lines of words that mean the same; kept for ten seconds, or until they change here. */
@Component
public class Synonyms {
    static final int MOST_LINES = 200;

    private final Db db;
    private final Cache<CircleId, List<List<String>>> kept = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Synonyms(Db db) {
        this.db = db;
    }

    /** As search asks for them. */
    public List<List<String>> kept(CircleId circle) {
        var known = kept.getIfPresent(circle);
        if (known == null) {
            known = all(circle).stream().map(SynonymLine::words).toList();
            kept.put(circle, known);
        }
        return known;
    }

    List<SynonymLine> all(CircleId circle) {
        return db.sql("""
                select line_id, words
                  from synonyms.line
                 where circle_id = :circle
                 order by line_id desc
                 limit 200
                """)
                .with("circle", circle)
                .all((row, n) -> new SynonymLine(new LineId(Db.uuid(row, 1)), Db.texts(row, 2)));
    }

    void changed(CircleId circle) {
        AfterCommit.run(() -> kept.invalidate(circle));
    }
}
