package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Standing;
import app.teahouse.kernel.Surface;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the Gate decides from, by one statement per request: membership, rulings, rests and the circle's defaults together. */
@Component
class Seats {
    private final Db db;

    Seats(Db db) {
        this.db = db;
    }

    /**
     * Somebody's membership, as it is now.
     *
     * @param standing null for who paid here once and may come back, and for whom staff removed
     */
    record Seat(@Nullable Standing standing, Instant seenAt) {
        Optional<Standing> now() {
            return Optional.ofNullable(standing);
        }

        /** They find the door: to pay, to write to staff, to take their own words. */
        boolean isOutside() {
            return standing == null;
        }
    }

    /** Empty for who never was a member, or left with nothing to come back to. */
    Optional<Seat> of(CircleId id, Optional<Circle> circle, AccountId account, Instant now) {
        var rulesVersion = circle.map(Circle::rulesVersion).orElse(0);
        // Where nobody pays, nobody's time runs out.
        var costs = circle.filter(known -> known.price() == Circle.Price.PAID).isPresent();
        var zone = circle.map(known -> known.face().zone()).orElse(ZoneOffset.UTC);
        return db.sql("""
                select m.role, m.number, m.alias, m.picture, m.joined_at, m.seen_number, coalesce(p.last_number, 0),
                       m.rules_version, m.seen_at,
                       array(select x.ruling_id || ' ' || x.kind || ' ' || array_to_string(x.surfaces, ',') || ' '
                                    || coalesce((extract(epoch from x.until) * 1000000)::bigint::text, '') || ' ' || x.reason
                               from speaking.ruling x
                              where x.circle_id = m.circle_id and x.account_id = m.account_id and x.ended_at is null),
                       array(select s.surface || ' ' || s.allowed
                               from members.speaking s
                              where s.circle_id = m.circle_id and s.role = m.role),
                       p.quiet, m.speaks_until, m.closes, m.tier,
                       m.state = 'active'
                       and (not :costs or m.reads_until is null or m.reads_until > :now or m.role not in ('member', 'volunteer')),
                       array(select h.kind || ' ' || array_to_string(h.surfaces, ',') || ' ' || array_to_string(h.spares, ',') || ' '
                                    || coalesce((extract(epoch from h.until) * 1000000)::bigint::text, '') || ' '
                                    || coalesce(h.from_minute, 0) || ' ' || coalesce(h.to_minute, 0) || ' ' || h.reason
                               from speaking.hush h
                              where h.circle_id = m.circle_id),
                       array(select b.other_id::text
                               from blocks.block b
                              where b.circle_id = m.circle_id and b.account_id = m.account_id)
                  from members.membership m
                  left join circles.pulse p on p.circle_id = m.circle_id
                 where m.circle_id = :circle and m.account_id = :account
                   and (m.state in ('active', 'removed')
                        or :costs and (m.state = 'expired'
                                       or m.state = 'left' and m.tier > 0 and (m.reads_until is null or m.reads_until > :now)))
                """)
                .with("circle", id)
                .with("account", account)
                .with("now", now)
                .with("costs", costs)
                .maybe((row, n) -> row.getBoolean(16)
                        ? new Seat(standing(row, rulesVersion, costs, now, zone), Db.instant(row, 9))
                        : new Seat(null, Db.instant(row, 9)));
    }

    private static Standing standing(ResultSet row, int rulesVersion, boolean costs, Instant now, ZoneId zone)
            throws SQLException {
        var role = Db.constant(Role.class, row.getString(1));
        return new Standing(
                role,
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Db.instant(row, 5),
                row.getLong(6),
                row.getLong(7),
                Pulse.unread(row.getLong(7), row.getLong(6), Db.numbers(row, 12)),
                row.getInt(8) < rulesVersion && !role.leads(),
                row.getInt(15),
                blocked(Db.texts(row, 18)),
                Speaking.silences(
                        role,
                        new Speaking.Said(
                                defaults(Db.texts(row, 11)),
                                Db.texts(row, 10).stream().map(Heard::word).toList(),
                                Db.texts(row, 17).stream().map(Heard::hush).toList()),
                        costs
                                ? new Speaking.Paid(Db.maybeInstant(row, 13), surfaces(Db.texts(row, 14)))
                                : Speaking.Paid.FREE,
                        now,
                        zone));
    }

    private static Set<AccountId> blocked(List<String> ids) {
        return ids.stream().map(UUID::fromString).map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Surface> surfaces(List<String> names) {
        return names.stream().map(name -> Db.constant(Surface.class, name)).toList();
    }

    private static List<Speaking.Default> defaults(List<String> rows) {
        return rows.stream()
                .map(row -> row.split(" ", 2))
                .map(parts -> new Speaking.Default(Db.constant(Surface.class, parts[0]), parts[1].equals("true")))
                .toList();
    }
}
