package app.teahouse.review;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.review.Item.Decision;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the queue. */
@Component
class ItemRows {
    private final Db db;

    ItemRows(Db db) {
        this.db = db;
    }

    /** A thing that comes into the queue. */
    record Thing(
            CircleId circle, String kind, UUID id, @Nullable AccountId author, boolean aboutAdmin) {}

    /** It is in the queue once, whatever brings it there: what more is said of it is added to the row. */
    void reported(Thing thing, int reports, int risk, Instant now) {
        db.sql("""
                insert into review.item
                       (circle_id, item_id, kind, thing_id, author_id, about_admin, held, matter, rules, reports, mended, risk, state, turn,
                        opened_at, reason)
                values (:circle, :id, :kind, :thing, :author, :admin, false, null, '{}', :reports, false, :risk, 'open', 1, :now, '')
                on conflict (circle_id, kind, thing_id) where state <> 'decided' do update
                   set reports = excluded.reports, risk = greatest(item.risk, excluded.risk), about_admin = excluded.about_admin
                """)
                .with("circle", thing.circle())
                .with("id", Ids.next())
                .with("kind", thing.kind())
                .with("thing", thing.id())
                .with("author", thing.author())
                .with("admin", thing.aboutAdmin())
                .with("reports", reports)
                .with("risk", risk)
                .with("now", now)
                .run();
    }

    /**
     * What rules found.
     *
     * @param held whether they kept it back; else it is shown, and staff should look
     * @param matter as the rules call it
     */
    record Found(boolean held, Scrutiny.Matter matter, List<UUID> rules, int risk) {}

    /** Rules kept it back, or marked it. */
    void found(Thing thing, Found found, Instant now) {
        db.sql("""
                insert into review.item
                       (circle_id, item_id, kind, thing_id, author_id, about_admin, held, matter, rules, reports, mended, risk, state,
                        turn, opened_at, reason)
                values (:circle, :id, :kind, :thing, :author, :admin, :held, :matter, :rules, 0, false, :risk, 'open', 1, :now, '')
                on conflict (circle_id, kind, thing_id) where state <> 'decided' do update
                   set held = item.held or excluded.held, matter = excluded.matter, rules = excluded.rules,
                       risk = greatest(item.risk, excluded.risk), turn = item.turn + 1
                """)
                .with("circle", thing.circle())
                .with("id", Ids.next())
                .with("kind", thing.kind())
                .with("thing", thing.id())
                .with("author", thing.author())
                .with("admin", thing.aboutAdmin())
                .with("held", found.held())
                .with("matter", found.matter())
                .withUuids("rules", found.rules())
                .with("risk", found.risk())
                .with("now", now)
                .run();
    }

    /** Staff let it out, or hid it, where it stands: it waits no more. */
    void settled(CircleId circle, String kind, UUID thing, Fate fate, AccountId by, Instant at) {
        db.sql("""
                update review.item
                   set state = 'decided', turn = turn + 1, fate = :fate, measure = 'none', decided_by = :by, decided_at = :at,
                       seen_by = null, seen_until = null
                 where circle_id = :circle and kind = :kind and thing_id = :thing and state = 'open' and opened_at <= :at
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .with("fate", fate)
                .with("by", by)
                .with("at", at)
                .run();
    }

    /** Its writer changed it while it waits: whoever looks at it now saw other words. */
    void changed(CircleId circle, String kind, UUID thing) {
        db.sql("""
                update review.item
                   set turn = turn + 1
                 where circle_id = :circle and kind = :kind and thing_id = :thing and state = 'open'
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .run();
    }

    /** Its writer changed it, as staff had asked: it waits for them again. */
    void mended(CircleId circle, String kind, UUID thing, Instant now) {
        db.sql("""
                update review.item
                   set state = 'open', mended = true, turn = turn + 1, opened_at = :now, fate = null, measure = null,
                       decided_by = null, decided_at = null, seen_by = null, seen_until = null
                 where circle_id = :circle and kind = :kind and thing_id = :thing and state = 'asked'
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .with("now", now)
                .run();
    }

    /** When staff last decided about a thing. */
    Instant lastDecided(CircleId circle, String kind, UUID thing) {
        return db.sql("""
                select decided_at
                  from review.item
                 where circle_id = :circle and kind = :kind and thing_id = :thing and state = 'decided'
                 order by item_id desc
                 limit 1
                """)
                .with("circle", circle)
                .with("kind", kind)
                .with("thing", thing)
                .maybe((row, n) -> Db.instant(row, 1))
                .orElse(Instant.EPOCH);
    }

    Optional<Item> find(CircleId circle, ItemId id) {
        return one(circle, id, false);
    }

    /** Held until the caller's transaction ends: of two who decide, the second sees what the first decided. */
    Optional<Item> lock(CircleId circle, ItemId id) {
        return one(circle, id, true);
    }

    private Optional<Item> one(CircleId circle, ItemId id, boolean locked) {
        return db.sql("""
                select circle_id, item_id, kind, thing_id, author_id, about_admin, held, reports, mended, risk, state, turn, opened_at,
                       fate, measure, reason, decided_by, decided_at, strike_id, ruling_id, reversed_at, matter
                  from review.item
                 where circle_id = :circle and item_id = :id
                """)
                .and(locked, "for no key update")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> read(row));
    }

    /** Those that were decided, the newest first. */
    List<Item> all(CircleId circle, List<ItemId> ids) {
        return db.sql("""
                select circle_id, item_id, kind, thing_id, author_id, about_admin, held, reports, mended, risk, state, turn, opened_at,
                       fate, measure, reason, decided_by, decided_at, strike_id, ruling_id, reversed_at, matter
                  from review.item
                 where circle_id = :circle and item_id = any(:ids)
                 order by decided_at desc, item_id desc
                """).with("circle", circle).withIds("ids", ids).all((row, n) -> read(row));
    }

    void decided(Item item, Decision decision, @Nullable Integer muteDays) {
        db.sql("""
                update review.item
                   set state = :state, turn = turn + 1, fate = :fate, measure = :measure, reason = :reason, mute_days = :days,
                       decided_by = :by, decided_at = :at, strike_id = :strike, ruling_id = :ruling, seen_by = null, seen_until = null
                 where circle_id = :circle and item_id = :id
                """)
                .with("circle", item.circle())
                .with("id", item.id())
                .with("state", decision.fate() == Fate.ASK ? Item.State.ASKED : Item.State.DECIDED)
                .with("fate", decision.fate())
                .with("measure", decision.measure())
                .with("reason", decision.reason())
                .with("days", muteDays)
                .with("by", decision.by())
                .with("at", decision.at())
                .with("strike", decision.strike())
                .with("ruling", decision.ruling())
                .run();
    }

    void reversed(Item item, AccountId by, Instant now) {
        db.sql("""
                update review.item
                   set turn = turn + 1, reversed_by = :by, reversed_at = :now
                 where circle_id = :circle and item_id = :id
                """)
                .with("circle", item.circle())
                .with("id", item.id())
                .with("by", by)
                .with("now", now)
                .run();
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(
                new CircleId(Db.uuid(row, 1)),
                new ItemId(Db.uuid(row, 2)),
                row.getString(3),
                Db.uuid(row, 4),
                account(row, 5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getInt(8),
                row.getBoolean(9),
                row.getInt(10),
                Db.constant(Item.State.class, row.getString(11)),
                row.getInt(12),
                Db.instant(row, 13),
                row.getString(22) == null ? null : Db.constant(Scrutiny.Matter.class, row.getString(22)),
                row.getString(14) == null ? null : decision(row));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Db.constant(Fate.class, row.getString(14)),
                Db.constant(Measure.class, row.getString(15)),
                row.getString(16),
                account(row, 17),
                Db.instant(row, 18),
                Db.maybeUuid(row, 19),
                Db.maybeUuid(row, 20),
                Db.maybeInstant(row, 21));
    }

    private static @Nullable AccountId account(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new AccountId(id);
    }
}
