package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says that a place is theirs. Their verified address must give its mark; {@link MovePeople} does the rest. */
@Component
class TakePlace {
    private final Db db;
    private final Places places;
    private final Clock clock;

    TakePlace(Db db, Places places, Clock clock) {
        this.db = db;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Of two at once the row gives it to one.
     *
     * @throws Refusal {@code arrival.no-place}, {@code arrival.already-member}
     */
    @Transactional
    void take(Person person, CircleId circle) {
        var place = places.in(person, circle).orElseThrow(() -> Refusal.notFound("arrival.no-place"));
        if (db.sql("select 1 from members.membership where circle_id = :circle and account_id = :person")
                .with("circle", circle)
                .with("person", person.account())
                .exists()) {
            throw Refusal.conflict("arrival.already-member");
        }
        var taken = db.sql("""
                update arrivals.place
                   set state = 'taken', taken_by = :person, taken_at = :now
                 where circle_id = :circle and number = :number and state = 'open'
                """)
                .with("circle", circle)
                .with("number", place.number())
                .with("person", person.account())
                .with("now", clock.instant())
                .run();
        if (taken == 0) {
            throw Refusal.conflict("arrival.no-place");
        }
    }
}
