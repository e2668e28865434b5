package app.teahouse.speaking;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a whole circle rests. */
@Component
public class Hushes {
    /** The roles a rest can spare; staff always write on. */
    public static final List<Role> SPARES = List.of(Role.GUEST_EXPERT, Role.VOLUNTEER);

    private final Db db;
    private final Events events;
    private final Clock clock;

    Hushes(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** What was set, also where its time is over. */
    public List<Hush> of(CircleId circle) {
        return db.sql("""
                select kind, surfaces, spares, until, from_minute, to_minute, reason
                  from speaking.hush
                 where circle_id = :circle
                 order by kind desc
                """).with("circle", circle).all((row, n) -> read(row));
    }

    private static Hush read(ResultSet row) throws SQLException {
        var kind = Db.constant(Hush.Kind.class, row.getString(1));
        return new Hush(
                kind,
                Rulings.surfaces(Db.texts(row, 2)),
                roles(Db.texts(row, 3)),
                Db.maybeInstant(row, 4),
                kind == Hush.Kind.DAILY
                        ? new Hush.Hours(Hush.Hours.time(row.getInt(5)), Hush.Hours.time(row.getInt(6)))
                        : null,
                row.getString(7));
    }

    static Set<Role> roles(List<String> names) {
        return names.stream().map(name -> Db.constant(Role.class, name)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Sets one anew; the other stays.
     *
     * @throws app.teahouse.kernel.Refusal {@code hush.no-surface}, {@code hush.time-over}, {@code hush.no-hours}
     */
    @Transactional
    public void set(Staff staff, Hush hush) {
        var now = clock.instant();
        var hours = hush.hours();
        new Faults()
                .atMost("reason", hush.reason(), 300)
                .require(!hush.surfaces().isEmpty(), "surfaces", "hush.no-surface")
                .require(hush.until() == null || hush.until().isAfter(now), "until", "hush.time-over")
                .require(hours == null || !hours.from().equals(hours.to()), "to", "hush.no-hours")
                .refuse();
        db.sql("""
                insert into speaking.hush
                       (circle_id, kind, surfaces, spares, until, from_minute, to_minute, reason, made_by, made_at)
                values (:circle, :kind, :surfaces, :spares, :until, :from, :to, :reason, :by, :now)
                on conflict (circle_id, kind) do update
                   set surfaces = excluded.surfaces, spares = excluded.spares, until = excluded.until,
                       from_minute = excluded.from_minute, to_minute = excluded.to_minute, reason = excluded.reason,
                       made_by = excluded.made_by, made_at = excluded.made_at
                """)
                .with("circle", staff.circle())
                .with("kind", hush.kind())
                .withTexts("surfaces", hush.surfaces().stream().map(Db::name).toList())
                .withTexts(
                        "spares",
                        hush.spares().stream()
                                .filter(SPARES::contains)
                                .map(Db::name)
                                .toList())
                .with("until", hush.until())
                .with("from", hours == null ? null : Hush.Hours.minutes(hours.from()))
                .with("to", hours == null ? null : Hush.Hours.minutes(hours.to()))
                .with("reason", hush.reason().strip())
                .with("by", staff.account())
                .with("now", now)
                .run();
        events.publish(new HushChanged(
                staff.circle(),
                true,
                hours == null ? "" : hours.from() + "–" + hours.to(),
                hush.reason().strip(),
                staff.account(),
                now));
    }

    /** Ends a rest; ending one that is not set changes nothing. */
    @Transactional
    public void lift(Staff staff, Hush.Kind kind) {
        var lifted =
                db.sql("""
                delete from speaking.hush where circle_id = :circle and kind = :kind
                returning kind, surfaces, spares, until, from_minute, to_minute, reason
                """).with("circle", staff.circle()).with("kind", kind).maybe((row, n) -> read(row));
        lifted.ifPresent(hush -> events.publish(
                new HushChanged(staff.circle(), false, hours(hush), "", staff.account(), clock.instant())));
    }

    private static String hours(Hush hush) {
        return hush.kind() == Hush.Kind.NOW
                ? ""
                : Objects.requireNonNull(hush.hours()).from() + "–"
                        + hush.hours().to();
    }
}
