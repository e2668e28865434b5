package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What the transfers come to. Rows are locked in the order of their ids, whoever asks, so that nobody waits in a circle. */
@Component
class Balances {
    private static final String CHECK_VIOLATION = "23514";

    private final Db db;

    Balances(Db db) {
        this.db = db;
    }

    record Opened(UUID id, Purse purse, String currency) {
        static Opened of(Purse purse, String currency) {
            return new Opened(purse.key(currency), purse, currency);
        }

        String thing() {
            return purse.of() == null ? "" : purse.of().toString();
        }
    }

    /** Accounts that are new begin with nothing: then they can be locked like the others. */
    void open(CircleId circle, Collection<Opened> purses) {
        db.sql("""
                insert into ledger.balance (circle_id, purse_id, purpose, of_id, currency, may_owe)
                select :circle, p.purse_id, p.purpose, nullif(p.of_id, '')::uuid, p.currency, p.may_owe = 'true'
                  from unnest(:ids, :purposes, :things, :currencies, :mayOwe)
                       as p (purse_id, purpose, of_id, currency, may_owe)
                 where not exists (select 1 from ledger.balance b where b.circle_id = :circle and b.purse_id = p.purse_id)
                 order by p.purse_id
                on conflict (circle_id, purse_id) do nothing
                """)
                .with("circle", circle)
                .withUuids("ids", purses.stream().map(Opened::id).toList())
                .withTexts(
                        "purposes",
                        purses.stream()
                                .map(opened -> Db.name(opened.purse().purpose()))
                                .toList())
                .withTexts("things", purses.stream().map(Opened::thing).toList())
                .withTexts("currencies", purses.stream().map(Opened::currency).toList())
                .withTexts(
                        "mayOwe",
                        purses.stream()
                                .map(opened ->
                                        String.valueOf(opened.purse().purpose().mayOwe()))
                                .toList())
                .run();
    }

    /**
     * @param posted by how much each account changes
     * @param pending by how much what is set aside there changes
     * @throws Refusal {@code ledger.not-enough}
     */
    void change(CircleId circle, Map<UUID, Long> posted, Map<UUID, Long> pending) {
        var ids = List.copyOf(posted.keySet());
        try {
            var changed = db.sql("""
                    with locked as materialized (
                        -- Two happenings that touch the same accounts take them in the same order.
                        select purse_id
                          from ledger.balance
                         where circle_id = :circle and purse_id = any(:ids)
                         order by purse_id
                           for no key update
                    )
                    update ledger.balance b
                       set posted = b.posted + d.posted, pending = b.pending + d.pending
                      from locked, unnest(:ids, :posted, :pending) as d (purse_id, posted, pending)
                     where b.circle_id = :circle and b.purse_id = locked.purse_id and d.purse_id = locked.purse_id
                    """)
                    .with("circle", circle)
                    .withUuids("ids", ids)
                    .withNumbers("posted", ids.stream().map(posted::get).toList())
                    .withNumbers(
                            "pending",
                            ids.stream().map(id -> pending.getOrDefault(id, 0L)).toList())
                    .run();
            if (changed != ids.size()) {
                throw new IllegalStateException(changed + " of " + ids.size() + " balances changed");
            }
        } catch (DataIntegrityViolationException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql && CHECK_VIOLATION.equals(sql.getSQLState())) {
                throw Refusal.conflict("ledger.not-enough");
            }
            throw e;
        }
    }

    /** What may be spent now, by account, and keeps it so until the transaction ends. */
    Map<UUID, Long> lock(CircleId circle, Collection<UUID> ids) {
        record Free(UUID id, long minor) {}
        return db
                .sql("""
                select purse_id, posted - pending
                  from ledger.balance
                 where circle_id = :circle and purse_id = any(:ids)
                 order by purse_id
                   -- What is decided from these sums still holds when it is written.
                   for no key update
                """)
                .with("circle", circle)
                .withUuids("ids", ids)
                .all((row, n) -> new Free(Db.uuid(row, 1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Free::id, Free::minor));
    }
}
