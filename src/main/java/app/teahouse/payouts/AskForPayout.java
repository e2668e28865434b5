package app.teahouse.payouts;

import app.teahouse.accounts.ProvePassword;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.members.Members;
import app.teahouse.plans.Calendar;
import app.teahouse.treasury.MoneyRules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The owner takes money out: once a day, at least so much and never what the circle owes the site. Above the operator's bound a
 * partner says yes; where there is none, the owner gives their password again and a day passes.
 */
@Component
class AskForPayout {
    static final Duration DELAY = Duration.ofDays(1);
    private static final Purse AVAILABLE = Purse.of(Purpose.AVAILABLE);
    private static final Purse OWED = Purse.of(Purpose.OWED_TO_SITE);

    private final Db db;
    private final Ledger ledger;
    private final Payouts payouts;
    private final PayoutDetails details;
    private final Circles circles;
    private final Members members;
    private final ProvePassword prove;
    private final MoneyRules moneyRules;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AskForPayout(
            Db db,
            Ledger ledger,
            Payouts payouts,
            PayoutDetails details,
            Circles circles,
            Members members,
            ProvePassword prove,
            MoneyRules moneyRules,
            Events events,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.ledger = ledger;
        this.payouts = payouts;
        this.details = details;
        this.circles = circles;
        this.members = members;
        this.prove = prove;
        this.moneyRules = moneyRules;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param id chosen by the form, so that the same form sent twice asks once
     * @param password needed for a large sum where there is no partner; looked at after the sum, as nobody types it for a wrong one
     * @return what it waits for; of a form that was sent before, what it waited for then
     * @throws Refusal {@code payout.no-details}, {@code payout.too-little}, {@code payout.not-enough}, {@code payout.one-a-day},
     *     {@code circle.frozen}
     */
    Asked ask(Owner owner, PayoutId id, Money amount, String password) {
        var proves = isLarge(amount) && !hasPartner(owner.circle());
        if (proves && !known(owner.circle(), id)) {
            transaction.executeWithoutResult(_ -> cover(owner.circle(), amount));
            prove.prove(owner.member().person(), "password", password);
        }
        transaction.executeWithoutResult(_ -> ask(owner, id, amount, proves));
        return proves ? Asked.DELAYED : isLarge(amount) ? Asked.SECOND : Asked.AT_ONCE;
    }

    /** What a payout waits for that was asked for. */
    enum Asked {
        AT_ONCE,
        SECOND,
        DELAYED
    }

    private void ask(Owner owner, PayoutId id, Money amount, boolean proven) {
        var circle = owner.circle();
        refuseFrozen(circle);
        var kept = details.of(owner).orElseThrow(() -> Refusal.conflict("payout.no-details"));
        // From here on one after the other: the same sent twice at once finds the first.
        var free = ledger.lock(circle, amount.currency(), List.of(AVAILABLE, OWED));
        if (known(circle, id)) {
            return;
        }
        var large = isLarge(amount);
        var second = large && hasPartner(circle);
        if (large && !second && !proven) {
            // The partner left at this moment.
            throw Refusal.invalid("password", "password.wrong");
        }
        var debt = cover(circle, free, amount);
        var now = clock.instant();
        try {
            db.sql("""
                    insert into payouts.payout
                           (circle_id, payout_id, day, amount, currency, label, sealed, state, asked_by, asked_at, ready_at)
                    values (:circle, :id, :day, :amount, :currency, :label, :sealed, :state, :by, :now, :ready)
                    """)
                    .with("circle", circle)
                    .with("id", id)
                    .with("day", Calendar.today(now, owner.member().face().zone()))
                    .with("amount", amount.minor())
                    .with("currency", amount.code())
                    .with("label", kept.label())
                    .with("sealed", kept.sealed())
                    .with("state", second ? Payout.State.SECOND : Payout.State.WAITING)
                    .with("by", owner.account())
                    .with("now", now)
                    .with("ready", large && !second ? now.plus(DELAY) : now)
                    .run();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("payout.one-a-day");
        }
        ledger.post(circle, id.value(), transfers(id, amount, debt));
        events.publish(PayoutMoved.of(payouts.lock(circle, id), second ? "second" : "asked", kept.label()));
    }

    /** What a frozen circle earned is held; taking a payout back is not. */
    private void refuseFrozen(CircleId circle) {
        circles.fresh(circle).map(Circle::halt).filter(halt -> !halt.closing()).ifPresent(halt -> {
            throw halt.refusal();
        });
    }

    private boolean known(CircleId circle, PayoutId id) {
        return db.sql("select 1 from payouts.payout where circle_id = :circle and payout_id = :id")
                .with("circle", circle)
                .with("id", id)
                .exists();
    }

    private boolean isLarge(Money amount) {
        return amount.compareTo(moneyRules.bounds(amount.currency()).large()) > 0;
    }

    boolean hasPartner(CircleId circle) {
        return members.staff(circle, 100).stream().anyMatch(card -> card.role() == Role.PARTNER);
    }

    private void cover(CircleId circle, Money amount) {
        cover(circle, ledger.lock(circle, amount.currency(), List.of(AVAILABLE, OWED)), amount);
    }

    /** Debt goes first: what is left must cover the payout. Both balances stay as they are until this is written. */
    private Money cover(CircleId circle, Map<Purse, Money> free, Money amount) {
        var least = least(circle, amount.currency());
        if (amount.compareTo(least) < 0) {
            throw Refusal.invalid("amount", "payout.too-little").with("least", least);
        }
        var owed = Objects.requireNonNull(free.get(OWED)).negated();
        var available = Objects.requireNonNull(free.get(AVAILABLE));
        var toPay = owed.isPositive() ? owed.atMost(available) : Money.none(amount.currency());
        if (available.minus(toPay).compareTo(amount) < 0) {
            throw Refusal.invalid("amount", "payout.not-enough");
        }
        return toPay;
    }

    /** Out of an archived circle, or one that is closed, all of it goes, however little: nothing more will come to it. */
    Money least(CircleId circle, Currency currency) {
        var archived = circles.fresh(circle)
                .filter(found -> found.state() == Circle.State.ARCHIVED || found.state() == Circle.State.DELETING)
                .isPresent();
        return archived ? new Money(1, currency) : moneyRules.bounds(currency).least();
    }

    private static List<Transfer> transfers(PayoutId id, Money amount, Money debt) {
        var transfers = new ArrayList<Transfer>();
        if (debt.isPositive()) {
            transfers.add(new Transfer(TransferId.of(id.value(), "debt"), AVAILABLE, OWED, debt, Reason.DEBT_TAKEN));
        }
        transfers.add(new Transfer(
                TransferId.of(id.value(), "asked"),
                AVAILABLE,
                Purse.of(Purpose.ON_ITS_WAY, id.value()),
                amount,
                Reason.PAYOUT_ASKED));
        return transfers;
    }

    /**
     * A partner says yes to what the owner asked for.
     *
     * @throws Refusal {@code payout.unknown}, {@code payout.decided}, {@code payout.not-yours}
     */
    @Transactional
    public void approve(Partner partner, PayoutId id) {
        var payout = payouts.lock(partner.circle(), id);
        if (payout.state() != Payout.State.SECOND) {
            throw Refusal.conflict("payout.decided");
        }
        if (payout.askedBy().equals(partner.account())) {
            throw Refusal.notAllowed("payout.not-yours");
        }
        db.sql("""
                update payouts.payout
                   set state = 'waiting', approved_by = :by, ready_at = :now
                 where circle_id = :circle and payout_id = :id
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        events.publish(PayoutMoved.of(payout, "approved", ""));
    }

    /** Owner or partner takes it back before it is sent. */
    @Transactional
    public void cancel(Partner partner, PayoutId id) {
        var payout = payouts.lock(partner.circle(), id);
        if (payout.state() != Payout.State.SECOND && payout.state() != Payout.State.WAITING) {
            throw Refusal.conflict("payout.decided");
        }
        db.sql("""
                update payouts.payout
                   set state = 'cancelled', ended_at = :now
                 where circle_id = :circle and payout_id = :id
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("now", clock.instant())
                .run();
        ledger.post(partner.circle(), id.value(), List.of(back(payout, Reason.PAYOUT_CANCELLED)));
    }

    static Transfer back(Payout payout, Reason reason) {
        return new Transfer(
                TransferId.of(payout.id().value(), "back"),
                Purse.of(Purpose.ON_ITS_WAY, payout.id().value()),
                Purse.of(Purpose.AVAILABLE),
                payout.amount(),
                reason);
    }
}
