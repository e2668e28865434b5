package app.teahouse.payments;

import app.teahouse.gateways.Gateway.News;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Seller.Dispute;
import app.teahouse.payments.Seller.Dispute.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A payer's bank took money back, and it is settled later who is right. Each beginning and end is told to the seller once. */
@Component
class Disputes {
    private static final Logger log = LoggerFactory.getLogger(Disputes.class);

    private final Db db;
    private final Clock clock;
    private final CheckoutRows rows;
    private final Sell sell;
    private final Ledger ledger;

    Disputes(Db db, Clock clock, CheckoutRows rows, Sell sell, Ledger ledger) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.sell = sell;
        this.ledger = ledger;
    }

    void opened(Attempt attempt, News.Disputed news) {
        var checkout = rows.lock(attempt.circle(), attempt.checkout()).orElseThrow();
        var added = db.sql("""
                insert into payments.dispute (circle_id, dispute, checkout_id, amount, currency, answer_by, opened_at)
                values (:circle, :dispute, :checkout, :amount, :currency, :answerBy, :now)
                on conflict (circle_id, dispute) do nothing
                """)
                .with("circle", attempt.circle())
                .with("dispute", news.dispute())
                .with("checkout", checkout.id())
                .with("amount", news.amount().minor())
                .with("currency", news.amount().code())
                .with("answerBy", news.answerBy())
                .with("now", clock.instant())
                .run();
        if (added == 1) {
            tell(checkout, attempt, dispute(attempt, news.dispute(), news.amount(), State.OPENED, news.answerBy()));
        }
    }

    /** @throws IllegalStateException where its beginning is not known yet: then the gateway tells it again later */
    void ended(Attempt attempt, News.DisputeEnded news) {
        var checkout = rows.lock(attempt.circle(), attempt.checkout()).orElseThrow();
        var amount = end(attempt, news);
        if (amount.isPresent()) {
            var state = news.won() ? State.WON : State.LOST;
            tell(checkout, attempt, dispute(attempt, news.dispute(), amount.get(), state, null));
            if (!news.won() && !attempt.receivedByCircle()) {
                lose(checkout, attempt, news.dispute(), amount.get());
            }
        } else if (!isKnown(attempt, news.dispute())) {
            throw new IllegalStateException("The end of a dispute came before its beginning: " + news.dispute());
        }
    }

    private Optional<Money> end(Attempt attempt, News.DisputeEnded news) {
        return db.sql("""
                update payments.dispute
                   set won = :won
                 where circle_id = :circle and dispute = :dispute and won is null
                returning amount, currency
                """)
                .with("circle", attempt.circle())
                .with("dispute", news.dispute())
                .with("won", news.won())
                .maybe((row, n) -> Money.of(row.getLong(1), row.getString(2)));
    }

    private boolean isKnown(Attempt attempt, String dispute) {
        return db.sql("select 1 from payments.dispute where circle_id = :circle and dispute = :dispute")
                .with("circle", attempt.circle())
                .with("dispute", dispute)
                .exists();
    }

    /** Its id is the same however often it is told: made from the way and from what the gateway calls it. */
    private static Dispute dispute(
            Attempt attempt, String name, Money amount, State state, @Nullable Instant answerBy) {
        var id = UUID.nameUUIDFromBytes(
                ("dispute " + attempt.way().value() + ' ' + name).getBytes(StandardCharsets.UTF_8));
        return new Dispute(id, amount, state, answerBy);
    }

    /** The bank keeps it: what the seller set aside for it is at the gateway no more. Nothing was, where nothing was sold. */
    private void lose(Checkout checkout, Attempt attempt, String dispute, Money amount) {
        var aside = Purse.of(Purpose.DISPUTED, checkout.about());
        var there = Objects.requireNonNull(ledger.lock(checkout.circle(), amount.currency(), List.of(aside))
                        .get(aside))
                .atMost(amount);
        if (there.isPositive()) {
            ledger.post(
                    checkout.circle(),
                    checkout.id().value(),
                    List.of(new Transfer(
                            TransferId.of(checkout.id().value(), "dispute lost " + dispute),
                            aside,
                            Purse.of(Purpose.COLLECTED, attempt.way().value()),
                            there,
                            Reason.DISPUTE_LOST)));
        }
    }

    private void tell(Checkout checkout, Attempt attempt, Dispute dispute) {
        if (checkout.state() instanceof Paid paid && paid.came().attempt().equals(attempt.id())) {
            sell.of(checkout).disputed(sell.sale(checkout, paid.came()), dispute);
        } else {
            log.error("Checkout {} is disputed, for which nothing was sold", checkout.number());
        }
    }
}
