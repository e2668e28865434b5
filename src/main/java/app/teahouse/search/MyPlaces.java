package app.teahouse.search;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The circles somebody searches in: the two hundred visited last. */
@Component
class MyPlaces {
    private static final int MOST = 200;

    private final Db db;
    private final Circles circles;
    private final Clock clock;

    MyPlaces(Db db, Circles circles, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.clock = clock;
    }

    Scope of(Person person) {
        var ids = db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account and state = 'active'
                 order by visited_at desc, circle_id
                 limit :most
                """)
                .with("account", person.account())
                .with("most", MOST)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        var known = circles.byIds(ids);
        var now = clock.instant();
        return Scope.of(
                person.account(),
                ids.stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .filter(circle -> !circle.isGone(now))
                        .map(Circle::face)
                        .toList());
    }
}
