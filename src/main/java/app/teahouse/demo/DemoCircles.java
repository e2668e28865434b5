package app.teahouse.demo;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.web.MadeUp;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Remembers which circles the demo made: they are made up however the program is started later, and the others never are. */
@Component
@Order(-8)
class DemoCircles implements MadeUp, Household, Luggage {
    private final Db db;
    private final LoadingCache<String, Set<CircleId>> known;

    DemoCircles(Db db) {
        this.db = db;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(10))
                .maximumSize(1)
                .build(_ -> read());
    }

    private Set<CircleId> read() {
        return db
                .sql("select circle_id from demo.circle limit 1000")
                .all((row, n) -> new CircleId(Db.uuid(row, 1)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean anything() {
        return !known.get("").isEmpty();
    }

    @Override
    public boolean is(CircleId circle) {
        return known.get("").contains(circle);
    }

    void made(CircleId circle) {
        db.sql("insert into demo.circle (circle_id) values (:circle) on conflict do nothing")
                .with("circle", circle)
                .run();
        AfterCommit.run(known::invalidateAll);
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from demo.circle where circle_id = :circle")
                .with("circle", circle)
                .run();
        AfterCommit.run(known::invalidateAll);
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("demo.circle", "it says that this site made the circle up"));
    }
}
