package app.teahouse.payments;

import app.teahouse.kernel.AccountId;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Seller.Sale;
import app.teahouse.payments.TakePayment.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever sells to hand over what was paid for, in the transaction that has the checkout's row locked. */
@Component
class Sell {
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final ReturnMoney returnMoney;
    private final ObjectProvider<Seller> sellers;

    Sell(
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            ReturnMoney returnMoney,
            ObjectProvider<Seller> sellers) {
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.returnMoney = returnMoney;
        this.sellers = sellers;
    }

    /** @param by the person who accepted another amount, with their words */
    Outcome sell(Checkout checkout, Paid paid, @Nullable AccountId by, String words) {
        var answer = of(checkout).paid(sale(checkout, paid.came()));
        if (answer == Seller.Answer.TOO_LATE) {
            returnMoney.unsold(checkout, paid.came(), by, words);
            return Outcome.GOES_BACK;
        }
        rows.become(checkout, paid, clock.instant(), by, words);
        return Outcome.SOLD;
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
