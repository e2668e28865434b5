package app.teahouse.arrivals;

import app.teahouse.accounts.VerifiedAddresses;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.packing.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which places in circles that came in are a person's: those whose mark their verified address gives. Nothing is computed for whoever
 * has none.
 */
@Component
class Places {
    /** Circles that came in with a passphrase; the newest. */
    private static final int MOST = 200;

    private final Db db;
    private final Keys keys;
    private final VerifiedAddresses addresses;
    private final Circles circles;

    Places(Db db, Keys keys, VerifiedAddresses addresses, Circles circles) {
        this.db = db;
        this.keys = keys;
        this.addresses = addresses;
        this.circles = circles;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Lock(CircleId circle, byte[] key) {}

    private record Found(CircleId circle, long number, String alias, boolean moving) {}

    List<WaitingPlace> of(Person person) {
        return of(person.account());
    }

    List<WaitingPlace> of(AccountId person) {
        return among(person, locks());
    }

    private List<WaitingPlace> among(AccountId person, List<Lock> locks) {
        if (locks.isEmpty()) {
            return List.of();
        }
        var email = addresses.of(person);
        if (email.isEmpty()) {
            return List.of();
        }
        var at = new ArrayList<CircleId>();
        var marks = new ArrayList<String>();
        for (var lock : locks) {
            at.add(lock.circle());
            marks.add(keys.mark(keys.blind(lock.key(), lock.circle().value()), email.get()));
        }
        return views(found(person, at, marks));
    }

    /** Asks about one circle, and computes one mark. */
    Optional<WaitingPlace> in(Person person, CircleId circle) {
        return among(person.account(), lock(circle)).stream().findFirst();
    }

    private List<Lock> locks() {
        return db.sql("""
                select circle_id, blinded_key
                  from arrivals.arrival
                 where state = 'done' and blinded_key is not null
                 order by circle_id desc
                 limit :most
                """).with("most", MOST).all((row, n) -> new Lock(new CircleId(Db.uuid(row, 1)), row.getBytes(2)));
    }

    private List<Lock> lock(CircleId circle) {
        return db.sql("""
                select circle_id, blinded_key
                  from arrivals.arrival
                 where circle_id = :circle and state = 'done' and blinded_key is not null
                """)
                .with("circle", circle)
                .all((row, n) -> new Lock(new CircleId(Db.uuid(row, 1)), row.getBytes(2)));
    }

    /** Whom staff removed stays removed, and the place is nobody's. */
    private List<Found> found(AccountId person, List<CircleId> at, List<String> marks) {
        return db.sql("""
                select p.circle_id, p.number, m.alias, p.state = 'taken'
                  from unnest(:circles, :marks) as x (circle_id, mark)
                  join arrivals.place p on p.circle_id = x.circle_id and p.mark = x.mark
                  join members.membership m on m.circle_id = p.circle_id and m.number = p.number
                 where (p.state = 'open' and m.state <> 'removed') or (p.state = 'taken' and p.taken_by = :person)
                 order by p.circle_id desc, p.number
                """)
                .withIds("circles", at)
                .withTexts("marks", marks)
                .with("person", person)
                .all((row, n) ->
                        new Found(new CircleId(Db.uuid(row, 1)), row.getLong(2), row.getString(3), row.getBoolean(4)));
    }

    private List<WaitingPlace> views(List<Found> found) {
        var faces = circles.byIds(found.stream().map(Found::circle).toList());
        return found.stream()
                .flatMap(place -> Stream.ofNullable(faces.get(place.circle()))
                        .map(circle -> new WaitingPlace(
                                place.circle(), circle.face(), place.number(), place.alias(), place.moving())))
                .toList();
    }
}
