package app.teahouse.members;

import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The circles a person belongs to: the two hundred visited last, sorted here, so that no write fans out to members. */
@Component
public class MyCircles {
    private static final int MOST = 200;

    private final Db db;
    private final Circles circles;
    private final Pulse pulse;
    private final Clock clock;

    MyCircles(Db db, Circles circles, Pulse pulse, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.pulse = pulse;
        this.clock = clock;
    }

    private record Mine(CircleId circle, Role role, long seenNumber, Instant joinedAt, Instant visitedAt) {}

    /** Those where something happened last come first. */
    public List<MyCircle> of(Person person) {
        var mine = db.sql("""
                select circle_id, role, seen_number, joined_at, visited_at
                  from members.account_circle
                 where account_id = :account and state = 'active'
                 order by visited_at desc, circle_id
                 limit :most
                """)
                .with("account", person.account())
                .with("most", MOST)
                .all((row, n) -> new Mine(
                        new CircleId(Db.uuid(row, 1)),
                        Db.constant(Role.class, row.getString(2)),
                        row.getLong(3),
                        Db.instant(row, 4),
                        Db.instant(row, 5)));
        if (mine.isEmpty()) {
            return List.of();
        }
        return sorted(mine);
    }

    private List<MyCircle> sorted(List<Mine> mine) {
        var ids = mine.stream().map(Mine::circle).toList();
        var snapshots = circles.byIds(ids);
        var beats = pulse.of(ids);
        var now = clock.instant();
        var all = new ArrayList<MyCircle>();
        for (var one : mine) {
            var circle = snapshots.get(one.circle());
            var beat = beats.get(one.circle());
            if (circle != null && beat != null && !circle.isGone(now)) {
                all.add(new MyCircle(
                        circle.face(),
                        one.role(),
                        beat.members(),
                        beat.unreadAfter(one.seenNumber()),
                        beat.activeAt(),
                        one.visitedAt(),
                        one.joinedAt()));
            }
        }
        all.sort(Comparator.comparing(MyCircle::activeAt)
                .reversed()
                .thenComparing(circle -> circle.face().id().value()));
        return List.copyOf(all);
    }
}
