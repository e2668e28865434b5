package app.teahouse.saved;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of which posts somebody may take words along today: a passage was kept when it was free, and its post may be closed or protected since. */
@Component
class TakeAlong {
    private final Db db;
    private final Circles circles;
    private final Guard guard;

    TakeAlong(Db db, Circles circles, Guard guard) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
    }

    private record Found(SavedPlace place, Role role, Instant joinedAt, int tier, Guarded guarded) {
        private Asked by(AccountId account, Map<CircleId, Face> faces) {
            var face = Objects.requireNonNull(faces.get(place.circle()));
            return new Asked(Reader.of(face, account, role, joinedAt, tier), guarded);
        }
    }

    Set<SavedPlace> of(AccountId account, Collection<SavedPlace> places) {
        var distinct = List.copyOf(new HashSet<>(places));
        if (distinct.isEmpty()) {
            return Set.of();
        }
        var faces = circles
                .byIds(distinct.stream().map(SavedPlace::circle).distinct().toList())
                .values()
                .stream()
                .map(Circle::face)
                .collect(Collectors.toMap(Face::id, face -> face));
        var found = found(account, distinct).stream()
                .filter(one -> faces.containsKey(one.place().circle()))
                .toList();
        var rulings = guard.of(found.stream().map(one -> one.by(account, faces)).toList());
        return found.stream()
                .filter(one -> rulings.of(one.guarded()).mayTake())
                .map(Found::place)
                .collect(Collectors.toSet());
    }

    private List<Found> found(AccountId account, List<SavedPlace> places) {
        return db.sql("""
                select p.circle_id, p.number, me.role, me.joined_at, me.tier,
                """ + Guarded.FACTS + """
                  from unnest(:circles, :numbers) as s (circle_id, number)
                  join members.membership me on me.circle_id = s.circle_id and me.account_id = :account and me.state = 'active'
                  join content.post p on p.circle_id = s.circle_id and p.number = s.number and p.state = 'live'
                """)
                .withIds("circles", places.stream().map(SavedPlace::circle).toList())
                .withNumbers("numbers", places.stream().map(SavedPlace::number).toList())
                .with("account", account)
                .all((row, n) -> new Found(
                        new SavedPlace(new CircleId(Db.uuid(row, 1)), row.getLong(2)),
                        Db.constant(Role.class, row.getString(3)),
                        Db.instant(row, 4),
                        row.getInt(5),
                        Guarded.read(row, 6)));
    }
}
