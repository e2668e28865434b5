package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds transfers, and tells which of them were there before. */
@Component
class TransferRows {
    private final Db db;

    TransferRows(Db db) {
        this.db = db;
    }

    /** A transfer as it is stored; {@code cause} is the story, {@code reverses} what it takes back. */
    record Row(
            UUID id,
            UUID from,
            UUID to,
            long amount,
            String currency,
            Reason reason,
            UUID cause,
            @Nullable UUID reverses) {

        static Row of(Transfer transfer, UUID cause, @Nullable UUID reverses) {
            var currency = transfer.amount().code();
            return new Row(
                    transfer.id().value(),
                    transfer.from().key(currency),
                    transfer.to().key(currency),
                    transfer.amount().minor(),
                    currency,
                    transfer.reason(),
                    cause,
                    reverses);
        }
    }

    /**
     * @return the ids of those that were not there before
     * @throws Refusal {@code ledger.other-transfer} if one was there and said something else
     */
    Set<UUID> add(CircleId circle, List<Row> rows, Instant now) {
        var added = new HashSet<>(db.sql("""
                insert into ledger.transfer
                       (circle_id, transfer_id, from_id, to_id, amount, currency, reason, cause_id, reverses_id, made_at)
                select :circle, t.transfer_id, t.from_id, t.to_id, t.amount, t.currency, t.reason, :cause, :reverses, :now
                  from unnest(:ids, :from, :to, :amounts, :currencies, :reasons)
                       as t (transfer_id, from_id, to_id, amount, currency, reason)
                 order by t.transfer_id
                on conflict (circle_id, transfer_id) do nothing
                returning transfer_id
                """)
                .with("circle", circle)
                .withUuids("ids", rows.stream().map(Row::id).toList())
                .withUuids("from", rows.stream().map(Row::from).toList())
                .withUuids("to", rows.stream().map(Row::to).toList())
                .withNumbers("amounts", rows.stream().map(Row::amount).toList())
                .withTexts("currencies", rows.stream().map(Row::currency).toList())
                .withTexts(
                        "reasons",
                        rows.stream().map(row -> Db.name(row.reason())).toList())
                .with("cause", rows.getFirst().cause())
                .with("reverses", rows.getFirst().reverses())
                .with("now", now)
                .all((row, n) -> Db.uuid(row, 1)));
        if (added.size() < rows.size()) {
            compare(
                    circle,
                    rows.stream().filter(row -> !added.contains(row.id())).toList());
        }
        return added;
    }

    private void compare(CircleId circle, List<Row> rows) {
        var known = new HashSet<>(find(circle, rows.stream().map(Row::id).toList()));
        if (!known.containsAll(rows)) {
            throw Refusal.conflict("ledger.other-transfer");
        }
    }

    List<Row> find(CircleId circle, List<UUID> ids) {
        return db.sql("""
                select transfer_id, from_id, to_id, amount, currency, reason, cause_id, reverses_id
                  from ledger.transfer
                 where circle_id = :circle and transfer_id = any(:ids)
                """)
                .with("circle", circle)
                .withUuids("ids", ids)
                .all((row, n) -> new Row(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        Db.uuid(row, 3),
                        row.getLong(4),
                        Objects.requireNonNull(row.getString(5)),
                        Db.constant(Reason.class, row.getString(6)),
                        Db.uuid(row, 7),
                        Db.maybeUuid(row, 8)));
    }
}
