package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.TakePayment.Outcome;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another amount came than was asked, and a person decides: whoever received it. */
@Component
public class DecideHeld {
    private static final int MOST_WORDS = 500;

    private final OperatorLog log;
    private final CheckoutRows rows;
    private final Sell sell;

    DecideHeld(OperatorLog log, CheckoutRows rows, Sell sell) {
        this.log = log;
        this.rows = rows;
        this.sell = sell;
    }

    public enum Verdict {
        /** It is sold for what came. */
        ACCEPT,
        /** All of it goes back. */
        GIVE_BACK
    }

    /**
     * Of money that the circle received itself.
     *
     * @throws Refusal {@code checkout.unknown}, {@code checkout.decided}, {@code checkout.other-currency}
     */
    @Transactional
    public Outcome decide(Partner partner, CheckoutId id, Verdict verdict, String words) {
        return decide(partner.circle(), id, true, verdict, partner.account(), words);
    }

    /** Of money that the site received. */
    @Transactional
    public Outcome decide(Operator operator, CircleId circle, CheckoutId id, Verdict verdict, String words) {
        var outcome = decide(circle, id, false, verdict, operator.account(), words);
        var number = rows.find(circle, id).orElseThrow().number();
        log.note(operator, "held", circle, Map.of("number", number, "verdict", Db.name(verdict)), words.strip());
        return outcome;
    }

    private Outcome decide(
            CircleId circle, CheckoutId id, boolean byCircle, Verdict verdict, AccountId by, String words) {
        new Faults().text("words", words, MOST_WORDS).refuse();
        var checkout = rows.lock(circle, id).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        if (!(checkout.state() instanceof Held held)) {
            throw Refusal.conflict("checkout.decided");
        }
        var came = held.came();
        if (came.receivedByCircle() != byCircle) {
            throw Refusal.notFound("checkout.unknown");
        }
        if (verdict == Verdict.GIVE_BACK) {
            return sell.back(checkout, came, by, words);
        }
        if (!came.amount().currency().equals(checkout.amount().currency())) {
            throw Refusal.conflict("checkout.other-currency");
        }
        var none = Money.none(came.amount().currency());
        return sell.sell(checkout, new Paid(came, none, none), by, words);
    }
}
