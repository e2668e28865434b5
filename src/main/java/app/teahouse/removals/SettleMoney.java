package app.teahouse.removals;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.CircleLog;
import app.teahouse.orders.RefundMember;
import app.teahouse.orders.RefundMember.Share;
import app.teahouse.removals.Removal.Money;
import app.teahouse.removals.Removal.MoneyState;
import app.teahouse.removals.Removal.OfMoney;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The owner or a partner decides what goes back of what a removed member paid: nothing, the unused part, or all that can. */
@Component
public class SettleMoney {
    private final Removals removals;
    private final Above above;
    private final RefundMember refundMember;
    private final CircleLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SettleMoney(
            Removals removals,
            Above above,
            RefundMember refundMember,
            CircleLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.removals = removals;
        this.above = above;
        this.refundMember = refundMember;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * First the decision is written, so that of two the second is refused; then each order is given back in a transaction of its own; then how
     * it went. Where something stood in the way, or the machine did, the same again goes on.
     *
     * @return the code of what stood in the way
     * @throws Refusal {@code removal.unknown}, {@code removal.no-money}, {@code removal.money-decided}, {@code role.not-above}
     */
    public Optional<String> settle(Partner partner, RemovalId id, Money money) {
        if (money == Money.LATER) {
            return Optional.empty();
        }
        var removal = transaction.execute(_ -> decide(partner, id, money));
        if (removal == null || money == Money.NOTHING) {
            return Optional.empty();
        }
        var share = money == Money.ALL ? Share.ALL : Share.UNUSED;
        var about = new RefundMember.About(id.value(), removal.reason(), removal.madeAt());
        var trouble = refundMember.giveBack(partner, removal.account(), share, about);
        transaction.executeWithoutResult(_ -> removals.money(
                removals.lock(partner.circle(), id),
                new OfMoney(money, trouble.isPresent() ? MoneyState.TROUBLE : MoneyState.DONE, trouble.orElse(null)),
                partner.account(),
                clock.instant()));
        return trouble;
    }

    /** The same for whoever of several paid something. */
    void settleIfPaid(Partner partner, RemovalId id, Money money) {
        if (removals.find(partner.circle(), id).ofMoney().isOpen()) {
            settle(partner, id, money);
        }
    }

    private Removal decide(Partner partner, RemovalId id, Money money) {
        var removal = removals.lock(partner.circle(), id);
        var before = removal.ofMoney();
        above.must(partner, removal);
        if (before.state() == MoneyState.NONE || removal.undoneAt() != null) {
            throw Refusal.conflict("removal.no-money");
        }
        var same = before.money() == money;
        if (before.state() == MoneyState.DONE || (before.state() == MoneyState.ASKED && !same)) {
            throw Refusal.conflict("removal.money-decided");
        }
        var now = clock.instant();
        removals.money(
                removal,
                new OfMoney(money, money == Money.NOTHING ? MoneyState.DONE : MoneyState.ASKED, null),
                partner.account(),
                now);
        if (!same) {
            log.write(new CircleLog.Deed(
                    partner.circle(), "removal_money", partner.account(), removal.account(), Db.name(money), "", now));
        }
        return removal;
    }
}
