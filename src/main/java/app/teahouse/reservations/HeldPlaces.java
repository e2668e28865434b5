package app.teahouse.reservations;

import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places that are held for a person's verified address, and taking one: they come in whatever the circle's way in is, as
 * its staff wish, and only now the staff learn who it is. Members take theirs too; then only what staff wrote down is added.
 */
@Component
public class HeldPlaces {
    private static final int MOST = 50;

    private final Db db;
    private final Marks marks;
    private final Circles circles;
    private final Enrol enrol;
    private final Bars bars;
    private final Events events;
    private final Clock clock;

    HeldPlaces(Db db, Marks marks, Circles circles, Enrol enrol, Bars bars, Events events, Clock clock) {
        this.db = db;
        this.marks = marks;
        this.circles = circles;
        this.enrol = enrol;
        this.bars = bars;
        this.events = events;
        this.clock = clock;
    }

    private record Held(CircleId circle, MemberNotes notes) {}

    public List<HeldPlace> of(Person person) {
        return of(person.account());
    }

    /** Whether one is held in this circle. */
    public boolean isHeld(Person person, CircleId circle) {
        return marks.of(person.account())
                .filter(mark ->
                        db.sql("""
                        select 1
                          from reservations.place
                         where circle_id = :circle and mark = :mark and state = 'open'
                        """).with("circle", circle).with("mark", mark).exists())
                .isPresent();
    }

    public List<HeldPlace> of(AccountId person) {
        var mark = marks.of(person);
        if (mark.isEmpty()) {
            return List.of();
        }
        var held = held(person, mark.get());
        var found = circles.byIds(held.stream().map(Held::circle).toList());
        return held.stream()
                .flatMap(one -> Stream.ofNullable(found.get(one.circle()))
                        .map(circle -> new HeldPlace(circle.face(), one.notes())))
                .toList();
    }

    /** Whom staff removed finds none. */
    private List<Held> held(AccountId person, String mark) {
        return db.sql("""
                select p.circle_id, p.tags, p.joined_on, p.expires_on, p.note
                  from reservations.place p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = :person
                 where p.mark = :mark and p.state = 'open' and m.state is distinct from 'removed'
                 order by p.circle_id
                 limit :most
                """)
                .with("mark", mark)
                .with("person", person)
                .with("most", MOST)
                .all((row, n) -> new Held(new CircleId(Db.uuid(row, 1)), NotesOnMembers.notes(row, 2)));
    }

    /**
     * Of two at once the row gives it to one. Whom staff removed stays removed.
     *
     * @throws Refusal {@code reservation.place-gone}, {@code circle.archived}
     */
    @Transactional
    public void take(Person person, CircleId circle) {
        var mark = marks.of(person.account()).orElseThrow(() -> Refusal.notFound("reservation.place-gone"));
        bars.refuse(circle, person.account());
        if (enrol.before(circle, person.account()) == Enrol.Before.REMOVED) {
            throw Refusal.notFound("reservation.place-gone");
        }
        var rules = circles.fresh(circle)
                .orElseThrow(() -> Refusal.notFound("reservation.place-gone"))
                .rulesVersion();
        // Nobody else takes it, and no list changes it, until it is a notes.
        if (!db.sql("""
                select 1
                  from reservations.place
                 where circle_id = :circle and mark = :mark and state = 'open'
                   for update
                """).with("circle", circle).with("mark", mark).exists()) {
            throw Refusal.notFound("reservation.place-gone");
        }
        keep(person, circle, mark);
        enrol.enrol(circle, person.account(), Role.MEMBER, rules, Came.LIST);
        events.publish(
                new CircleChanged(circle, CircleChanged.Kind.RETURNED, person.account(), "", "", clock.instant()));
    }

    /** What was written down moves to the member; the mark stays, so that the next list finds them. */
    private void keep(Person person, CircleId circle, String mark) {
        db.sql("""
                insert into reservations.notes (circle_id, account_id, tags, joined_on, expires_on, note)
                select circle_id, :person, tags, joined_on, expires_on, note
                  from reservations.place
                 where circle_id = :circle and mark = :mark
                    on conflict (circle_id, account_id) do update
                   set tags = excluded.tags, joined_on = excluded.joined_on, expires_on = excluded.expires_on,
                       note = excluded.note
                """)
                .with("circle", circle)
                .with("mark", mark)
                .with("person", person.account())
                .run();
        // An address of before may have brought them a place too: the newer one holds.
        db.sql("delete from reservations.place where circle_id = :circle and taken_by = :person")
                .with("circle", circle)
                .with("person", person.account())
                .run();
        db.sql("""
                update reservations.place
                   set state = 'taken', taken_by = :person, taken_at = :now, name = '', tags = '{}', joined_on = null,
                       expires_on = null, note = ''
                 where circle_id = :circle and mark = :mark
                """)
                .with("circle", circle)
                .with("mark", mark)
                .with("person", person.account())
                .with("now", clock.instant())
                .run();
    }
}
