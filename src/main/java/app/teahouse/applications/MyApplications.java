package app.teahouse.applications;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The applications of a person that wait, the newest first. */
@Component
public class MyApplications {
    private static final int MOST = 50;

    private final Db db;
    private final Circles circles;
    private final Clock clock;

    MyApplications(Db db, Circles circles, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.clock = clock;
    }

    private record Row(CircleId circle, Instant madeAt) {}

    public List<MyApplication> of(Person person) {
        var rows = waiting(person.account());
        var found = circles.byIds(rows.stream().map(Row::circle).toList());
        var now = clock.instant();
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(found.get(row.circle()))
                        .filter(circle -> !circle.isGone(now))
                        .map(circle -> new MyApplication(
                                circle.face(), circle.visibility() != Circle.Visibility.HIDDEN, row.madeAt()))
                        .stream())
                .toList();
    }

    List<CircleId> circles(AccountId account) {
        return waiting(account).stream().map(Row::circle).toList();
    }

    private List<Row> waiting(AccountId account) {
        return db.sql("""
                select circle_id, made_at
                  from applications.account_application
                 where account_id = :account
                 order by made_at desc, circle_id
                 limit :most
                """)
                .with("account", account)
                .with("most", MOST)
                .all((row, n) -> new Row(new CircleId(Db.uuid(row, 1)), Db.instant(row, 2)));
    }
}
