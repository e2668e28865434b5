package app.teahouse.treasury;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A circle paid what it owes the site, or a part of it, outside: the operator notes how, and both sides read it. */
@Component
public class SettleDebt {
    private final Db db;
    private final Ledger ledger;
    private final OperatorLog log;
    private final Clock clock;

    SettleDebt(Db db, Ledger ledger, OperatorLog log, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    /** @param id chosen by the form, so that the same form sent twice settles once */
    record Wish(UUID id, Money amount, String reference, String reason) {}

    /** @throws Refusal {@code debt.too-much} also where nothing is owed; {@code debt.other} if the id is known with another sum */
    @Transactional
    void settle(Operator operator, CircleId circle, Wish wish) {
        new Faults()
                .require(wish.amount().isPositive(), "amount", "debt.nothing")
                .text("reference", wish.reference(), 100)
                .text("reason", wish.reason(), 300)
                .refuse();
        // Two operators who settle at once: the second sees what is left. The lock comes before the look.
        var owes = Purse.of(Purpose.OWED_TO_SITE);
        var free = ledger.lock(circle, wish.amount().currency(), List.of(owes));
        if (isKnown(circle, wish)) {
            return;
        }
        var debt = Objects.requireNonNull(free.get(owes)).negated();
        if (wish.amount().compareTo(debt) > 0) {
            throw Refusal.invalid("amount", "debt.too-much");
        }

        write(operator, circle, wish);
        ledger.post(
                circle,
                wish.id(),
                List.of(new Transfer(
                        TransferId.of(wish.id(), "debt paid"), Purse.bank(), owes, wish.amount(), Reason.DEBT_PAID)));
        log.note(
                operator,
                "debt_settled",
                circle,
                Map.of("sum", wish.amount()),
                wish.reason().strip());
    }

    private boolean isKnown(CircleId circle, Wish wish) {
        return db.sql("""
                select amount
                  from treasury.settlement
                 where circle_id = :circle and settlement_id = :id
                """)
                .with("circle", circle)
                .with("id", wish.id())
                .maybe(Long.class)
                .filter(amount -> {
                    if (amount != wish.amount().minor()) {
                        throw Refusal.conflict("debt.other");
                    }
                    return true;
                })
                .isPresent();
    }

    private void write(Operator operator, CircleId circle, Wish wish) {
        db.sql("""
                insert into treasury.settlement
                       (circle_id, settlement_id, amount, currency, reference, reason, made_by, made_at)
                values (:circle, :id, :amount, :currency, :reference, :reason, :by, :now)
                """)
                .with("circle", circle)
                .with("id", wish.id())
                .with("amount", wish.amount().minor())
                .with("currency", wish.amount().code())
                .with("reference", wish.reference().strip())
                .with("reason", wish.reason().strip())
                .with("by", operator.account())
                .with("now", clock.instant())
                .run();
    }

    /** The latest of a circle, the newest first. */
    public List<Settlement> of(CircleId circle) {
        return db.sql("""
                select amount, currency, reference, reason, made_at
                  from treasury.settlement
                 where circle_id = :circle
                 order by made_at desc, settlement_id desc
                 limit 50
                """)
                .with("circle", circle)
                .all((row, n) -> new Settlement(
                        Money.of(row.getLong(1), row.getString(2)),
                        Objects.requireNonNull(row.getString(3)),
                        Objects.requireNonNull(row.getString(4)),
                        Db.instant(row, 5)));
    }
}
