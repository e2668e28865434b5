package app.teahouse.payments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Seller.Sale;
import app.teahouse.payments.TakePayment.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks whoever sells to hand over what was paid for, in the transaction that has the checkout's row locked. */
@Component
class Sell {
    private static final Logger log = LoggerFactory.getLogger(Sell.class);

    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final ReturnMoney returnMoney;
    private final ObjectProvider<Seller> sellers;
    private final TransactionTemplate nested;

    Sell(
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            ReturnMoney returnMoney,
            ObjectProvider<Seller> sellers,
            PlatformTransactionManager transactions) {
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.returnMoney = returnMoney;
        this.sellers = sellers;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param by the person who accepted another amount, with their words */
    Outcome sell(Checkout checkout, Paid paid, @Nullable AccountId by, String words) {
        var answer = offer(checkout, paid);
        if (answer == Seller.Answer.TOO_LATE) {
            return back(checkout, paid.came(), by, words);
        }
        rows.become(checkout, paid, clock.instant(), by, words);
        return Outcome.SOLD;
    }

    /** What was kept for the payer is free again, and whoever wishes to buy it anew can. */
    Outcome back(Checkout checkout, Came came, @Nullable AccountId by, String words) {
        of(checkout).gone(checkout.circle(), checkout.id(), checkout.about());
        returnMoney.unsold(checkout, came, by, words);
        return Outcome.GOES_BACK;
    }

    /** Money that is here is either sold for or given back: a seller who refuses after all has done nothing, and it goes back. */
    private Seller.Answer offer(Checkout checkout, Paid paid) {
        try {
            return Objects.requireNonNull(nested.execute(_ -> of(checkout).paid(sale(checkout, paid.came()))));
        } catch (Refusal refusal) {
            log.warn("Nothing was sold for {}, and its money goes back: {}", checkout.number(), refusal.code());
            return Seller.Answer.TOO_LATE;
        }
    }

    Seller of(Checkout checkout) {
        var seller = byName().get(checkout.seller());
        if (seller == null) {
            throw new IllegalStateException("Nobody sells as " + checkout.seller());
        }
        return seller;
    }

    private Map<String, Seller> byName() {
        List<Seller> all = sellers.stream().toList();
        return all.stream().collect(Collectors.toMap(Seller::name, Function.identity()));
    }

    Sale sale(Checkout checkout, Came came) {
        var means = attempts.find(checkout.circle(), came.attempt())
                .map(Attempt::means)
                .orElse(null);
        return new Sale(
                checkout.circle(),
                checkout.id(),
                checkout.about(),
                checkout.payer(),
                came.amount(),
                came.receivedByCircle(),
                means,
                came.at());
    }
}
