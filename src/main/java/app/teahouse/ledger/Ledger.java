package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Balances.Opened;
import app.teahouse.ledger.TransferRows.Row;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves money, in the caller's transaction. Transfers are only ever added; a mistake is mended by a reversal. Whoever posts the same
 * transfers again, after a crash or because they were asked twice, moves nothing twice.
 */
@Component
public class Ledger {
    private final Db db;
    private final TransferRows rows;
    private final Balances balances;
    private final Clock clock;

    Ledger(Db db, TransferRows rows, Balances balances, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * Moves money for one cause: all of it or none. Post everything that one transaction moves in one call, so that accounts are
     * locked in one order.
     *
     * @param cause the story that these belong to, such as an order or a payout
     * @return whether anything moved now; false if all of it was there before
     * @throws Refusal {@code ledger.other-transfer} if an id is known with another amount, account, reason or cause;
     *     {@code ledger.not-enough} if an account would be overdrawn, and then the transaction can only be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(CircleId circle, UUID cause, List<Transfer> transfers) {
        return post(circle, cause, transfers, null);
    }

    private boolean post(CircleId circle, UUID cause, List<Transfer> transfers, @Nullable UUID reverses) {
        var all = transfers.stream()
                .map(transfer -> Row.of(transfer, cause, reverses))
                .toList();
        var added = rows.add(circle, all, clock.instant());
        if (added.isEmpty()) {
            return false;
        }
        balances.open(circle, purses(transfers));
        balances.change(circle, deltas(all, added), Map.of());
        return true;
    }

    private static Set<Opened> purses(List<Transfer> transfers) {
        var purses = new LinkedHashSet<Opened>();
        for (var transfer : transfers) {
            purses.add(Opened.of(transfer.from(), transfer.amount().code()));
            purses.add(Opened.of(transfer.to(), transfer.amount().code()));
        }
        return purses;
    }

    private static Map<UUID, Long> deltas(List<Row> all, Set<UUID> added) {
        var deltas = new HashMap<UUID, Long>();
        for (var row : all) {
            if (added.contains(row.id())) {
                deltas.merge(row.from(), -row.amount(), Math::addExact);
                deltas.merge(row.to(), row.amount(), Math::addExact);
            }
        }
        return deltas;
    }

    /**
     * Takes a transfer back by one in the other direction. Each can be reversed once.
     *
     * @throws Refusal {@code ledger.no-transfer}, {@code ledger.reversed-already}, {@code ledger.not-enough}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reverse(CircleId circle, UUID cause, TransferId mistake) {
        var original = original(circle, mistake).orElseThrow(() -> Refusal.notFound("ledger.no-transfer"));
        if (original.reverses()) {
            throw Refusal.conflict("ledger.reversed-already");
        }
        var back = new Transfer(
                TransferId.of(mistake.value(), "reversal"),
                original.transfer().to(),
                original.transfer().from(),
                original.transfer().amount(),
                Reason.REVERSED);
        return post(circle, cause, List.of(back), mistake.value());
    }

    private record Original(Transfer transfer, boolean reverses) {}

    private Optional<Original> original(CircleId circle, TransferId id) {
        return db.sql("""
                select f.purpose, f.of_id, t.purpose, t.of_id, x.amount, x.currency, x.reason, x.reverses_id is not null
                  from ledger.transfer x
                  join ledger.balance f on f.circle_id = x.circle_id and f.purse_id = x.from_id
                  join ledger.balance t on t.circle_id = x.circle_id and t.purse_id = x.to_id
                 where x.circle_id = :circle and x.transfer_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> new Original(
                        new Transfer(
                                id,
                                new Purse(Db.constant(Purpose.class, row.getString(1)), Db.maybeUuid(row, 2)),
                                new Purse(Db.constant(Purpose.class, row.getString(3)), Db.maybeUuid(row, 4)),
                                Money.of(row.getLong(5), row.getString(6)),
                                Db.constant(Reason.class, row.getString(7))),
                        row.getBoolean(8)));
    }

    /** What may be spent of an account now, without what is set aside; may be negative where it may owe. */
    public Money free(CircleId circle, Purse purse, Currency currency) {
        var code = currency.getCurrencyCode();
        return db.sql("select posted - pending from ledger.balance where circle_id = :circle and purse_id = :id")
                .with("circle", circle)
                .with("id", purse.key(code))
                .maybe(Long.class)
                .map(minor -> new Money(minor, currency))
                .orElse(Money.none(currency));
    }

    /** As {@link #free}, of several accounts, and nobody changes them until this transaction ends: to decide from where money is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Purse, Money> lock(CircleId circle, Currency currency, List<Purse> purses) {
        var code = currency.getCurrencyCode();
        balances.open(
                circle, purses.stream().map(purse -> Opened.of(purse, code)).toList());
        var free = balances.lock(
                circle, purses.stream().map(purse -> purse.key(code)).toList());
        return purses.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), purse -> new Money(free.getOrDefault(purse.key(code), 0L), currency)));
    }
}
