package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that is set aside for a while: reserved, and then settled (it moves) or released (it stays). Until then it can't be spent on
 * anything else. What is neither settled nor released in time is released by {@link ReleaseHolds}.
 */
@Component
public class Holds {
    private final Db db;
    private final Ledger ledger;
    private final Balances balances;
    private final Clock clock;

    Holds(Db db, Ledger ledger, Balances balances, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * @return whether it was reserved now; false if it was before
     * @throws Refusal {@code ledger.not-enough}; {@code ledger.other-hold} if the id is known with another amount, account or cause
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(CircleId circle, HoldId id, Purse purse, Money amount, UUID cause, Instant expiresAt) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A hold holds something: " + amount);
        }
        var key = purse.key(amount.code());
        var reserved = db.sql("""
                insert into ledger.hold
                       (circle_id, hold_id, purse_id, amount, currency, cause_id, state, made_at, expires_at)
                values (:circle, :id, :purse, :amount, :currency, :cause, 'reserved', :now, :expires)
                on conflict (circle_id, hold_id) do nothing
                """)
                .with("circle", circle)
                .with("id", id)
                .with("purse", key)
                .with("amount", amount.minor())
                .with("currency", amount.code())
                .with("cause", cause)
                .with("now", clock.instant())
                .with("expires", expiresAt)
                .run();
        if (reserved == 0) {
            if (!find(circle, id).isSame(key, amount, cause)) {
                throw Refusal.conflict("ledger.other-hold");
            }
            return false;
        }
        balances.open(circle, Set.of(Balances.Opened.of(purse, amount.code())));
        balances.change(circle, Map.of(key, 0L), Map.of(key, amount.minor()));
        return true;
    }

    /**
     * Moves what was set aside, or a part of it; what is left over is free again.
     *
     * @param transfers all from the account that holds, together at most what is held
     * @return whether it was settled now; false if it was before
     * @throws Refusal {@code ledger.hold-over} if it was released before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(CircleId circle, HoldId id, List<Transfer> transfers) {
        var hold = lock(circle, id);
        if (hold.state().equals("released")) {
            throw Refusal.conflict("ledger.hold-over");
        }
        var sum = transfers.stream().map(Transfer::amount).reduce(Money::plus);
        if (transfers.stream()
                        .anyMatch(one -> !one.from().key(one.amount().code()).equals(hold.purse()))
                || sum.isEmpty()
                || sum.get().minor() > hold.amount()) {
            throw new IllegalArgumentException("These are not what was held: " + transfers);
        }
        if (hold.state().equals("settled")) {
            ledger.post(circle, hold.cause(), transfers);
            return false;
        }
        end(circle, hold, "settled");
        return ledger.post(circle, hold.cause(), transfers);
    }

    /** @return whether it was released now; false if it was before, or is settled */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean release(CircleId circle, HoldId id) {
        var hold = lock(circle, id);
        if (!hold.state().equals("reserved")) {
            return false;
        }
        end(circle, hold, "released");
        return true;
    }

    private void end(CircleId circle, Held hold, String state) {
        db.sql("""
                update ledger.hold
                   set state = :state, ended_at = :now
                 where circle_id = :circle and hold_id = :id and state = 'reserved'
                """)
                .with("circle", circle)
                .with("id", hold.id())
                .with("state", state)
                .with("now", clock.instant())
                .run();
        balances.change(circle, Map.of(hold.purse(), 0L), Map.of(hold.purse(), -hold.amount()));
    }

    private record Held(HoldId id, UUID purse, long amount, String currency, UUID cause, String state) {
        boolean isSame(UUID otherPurse, Money money, UUID otherCause) {
            return purse.equals(otherPurse)
                    && amount == money.minor()
                    && currency.equals(money.code())
                    && cause.equals(otherCause);
        }
    }

    private Held find(CircleId circle, HoldId id) {
        return read(circle, id, false);
    }

    /** Settling and releasing at once: the second sees what the first did. */
    private Held lock(CircleId circle, HoldId id) {
        return read(circle, id, true);
    }

    private Held read(CircleId circle, HoldId id, boolean locked) {
        return db.sql("""
                select purse_id, amount, currency, cause_id, state
                  from ledger.hold
                 where circle_id = :circle and hold_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .and(locked, "for no key update")
                .maybe((row, n) -> new Held(
                        id, Db.uuid(row, 1), row.getLong(2), row.getString(3), Db.uuid(row, 4), row.getString(5)))
                .orElseThrow(() -> Refusal.notFound("ledger.no-hold"));
    }
}
