package app.teahouse.circles;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Halt;
import app.teahouse.kernel.ReadingRules;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What other rooms may ask about circles. Snapshots are kept for ten seconds and dropped here when a circle changes. */
@Component
public class Circles {
    private final Db db;

    /**
     * What an unknown address leads to: a circle that is never there. So the way to "not found" has the same steps for an address
     * nobody has as for a hidden circle's, and takes as long.
     */
    private static final CircleId NOWHERE = new CircleId(new UUID(0, 0));

    /** An address never passes to another circle; but one that nobody has may be taken at any moment. */
    private final Cache<String, CircleId> bySlug = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private final Cache<CircleId, Optional<Circle>> byId = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Circles(Db db) {
        this.db = db;
    }

    /** The circle that has, or had, this address. */
    public Optional<Circle> bySlug(String slug) {
        return byId(idOf(slug));
    }

    /** Which circle an address belongs to; one that never is if it belongs to none. */
    public CircleId idOf(String slug) {
        var known = bySlug.getIfPresent(slug);
        if (known == null) {
            known = lookUp(slug);
            bySlug.put(slug, known);
        }
        return known;
    }

    /** The same without the cache. */
    public CircleId lookUp(String slug) {
        return db.sql("select circle_id from circles.slug_claim where slug = :slug")
                .with("slug", slug)
                .maybe((row, n) -> new CircleId(Db.uuid(row, 1)))
                .orElse(NOWHERE);
    }

    public Optional<Circle> byId(CircleId id) {
        var known = byId.getIfPresent(id);
        if (known == null) {
            known = fresh(id);
            byId.put(id, known);
        }
        return known;
    }

    /** Many circles with at most one statement; those that are gone are left out. */
    public Map<CircleId, Circle> byIds(Collection<CircleId> ids) {
        var missing = ids.stream().filter(id -> byId.getIfPresent(id) == null).toList();
        if (!missing.isEmpty()) {
            missing.forEach(id -> byId.put(id, Optional.empty()));
            db.sql("""
                    select circle_id, slug, name, promise, colour, cover, language, zone, price, visibility, join_mode,
                           public_reading, teasers, rules_version, listing, state, delete_at, owner_id, version,
                           protection, newcomer_days, newcomer_before, newcomer_since, halted_at is not null, halt_until,
                       halt_reason
                      from circles.circle
                     where circle_id = any(:circles)
                    """)
                    .withIds("circles", missing)
                    .all((row, n) -> circle(row))
                    .forEach(circle -> byId.put(circle.id(), Optional.of(circle)));
        }
        var found = new HashMap<CircleId, Circle>();
        for (var id : ids) {
            byId(id).ifPresent(circle -> found.put(id, circle));
        }
        return found;
    }

    /** The circle as the database holds it now, for decisions. */
    public Optional<Circle> fresh(CircleId id) {
        return db.sql("""
                select circle_id, slug, name, promise, colour, cover, language, zone, price, visibility, join_mode,
                       public_reading, teasers, rules_version, listing, state, delete_at, owner_id, version,
                       protection, newcomer_days, newcomer_before, newcomer_since, halted_at is not null, halt_until,
                       halt_reason
                  from circles.circle
                 where circle_id = :circle
                """).with("circle", id).maybe((row, n) -> circle(row));
    }

    static Circle circle(ResultSet row) throws SQLException {
        return new Circle(
                new CircleId(Db.uuid(row, 1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Locale.forLanguageTag(row.getString(7)),
                ZoneId.of(row.getString(8)),
                Db.constant(Circle.Price.class, row.getString(9)),
                Db.constant(Circle.Visibility.class, row.getString(10)),
                Db.constant(Circle.JoinMode.class, row.getString(11)),
                row.getBoolean(12),
                row.getBoolean(13),
                reading(row, 20),
                row.getInt(14),
                Db.constant(Circle.Listing.class, row.getString(15)),
                Db.constant(Circle.State.class, row.getString(16)),
                Db.maybeInstant(row, 17),
                row.getBoolean(24)
                        ? new Halt(row.getString(16).equals("deleting"), Db.maybeInstant(row, 25), row.getString(26))
                        : null,
                new AccountId(Db.uuid(row, 18)),
                row.getLong(19));
    }

    private static ReadingRules reading(ResultSet row, int from) throws SQLException {
        var since = Db.maybeInstant(row, from + 3);
        return new ReadingRules(
                row.getBoolean(from),
                since == null ? null : new ReadingRules.Newcomers(row.getInt(from + 1), row.getInt(from + 2), since));
    }

    /** Drops the snapshot once the caller's transaction is committed. Whoever changes a circle calls it. */
    public void changed(CircleId id) {
        AfterCommit.run(() -> byId.invalidate(id));
    }

    /** Forgets that nobody had this address. */
    void claimed(String slug) {
        AfterCommit.run(() -> bySlug.invalidate(slug));
    }
}
