package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateway.Means;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.ways.SomeWays;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People who pay, for tests of what was sold. */
@Component
public class SomePayments {
    private final SomeCheckouts checkouts;
    private final SomeWays ways;
    private final CheckoutRows rows;
    private final TestGateway gateway;
    private final AskGateway askGateway;
    private final SendRefunds sendRefunds;
    private final AttemptRows attempts;
    private final Disputes disputes;
    private final TransactionTemplate transaction;

    SomePayments(
            SomeCheckouts checkouts,
            SomeWays ways,
            CheckoutRows rows,
            TestGateway gateway,
            AskGateway askGateway,
            SendRefunds sendRefunds,
            AttemptRows attempts,
            Disputes disputes,
            TransactionTemplate transaction) {
        this.checkouts = checkouts;
        this.ways = ways;
        this.rows = rows;
        this.gateway = gateway;
        this.askGateway = askGateway;
        this.sendRefunds = sendRefunds;
        this.attempts = attempts;
        this.disputes = disputes;
        this.transaction = transaction;
    }

    /** Pays to the site what is asked. */
    public void pay(CircleId circle, CheckoutId id) {
        pay(circle, id, ways.ofSite(TestGateway.KIND, TestGateway.SECRETS), null, null);
    }

    /** Pays to the circle itself. */
    public void payToCircle(CircleId circle, CheckoutId id) {
        pay(circle, id, ways.ofCircle(circle, TestGateway.KIND, TestGateway.SECRETS), null, null);
    }

    /** Pays, and lets the card be kept. */
    public void payWithCard(CircleId circle, CheckoutId id, String token) {
        pay(
                circle,
                id,
                ways.ofSite(TestGateway.KIND, TestGateway.SECRETS),
                null,
                new Means(token, "Visa 4242", 2030, 1));
    }

    private void pay(CircleId circle, CheckoutId id, Way way, @Nullable Money amount, @Nullable Means means) {
        var checkout = rows.find(circle, id).orElseThrow();
        var attempt = checkouts.begin(checkout, way);
        gateway.pay(attempt, amount == null ? checkout.amount() : amount, means);
        try {
            askGateway.ask(circle, attempt.value());
        } catch (Gateway.Unreachable e) {
            throw new IllegalStateException(e);
        }
    }

    public Checkout.State state(CircleId circle, CheckoutId id) {
        return rows.find(circle, id).orElseThrow().state();
    }

    public void sendRefunds(Instant now) {
        for (var more = true; more; ) {
            more = sendRefunds.step(now);
        }
    }

    /** The payer's bank takes money back, and tells it as often as it likes. */
    public void dispute(CircleId circle, CheckoutId id, Money amount) {
        dispute(circle, id, "dispute", amount);
    }

    /** @param name what the gateway calls it */
    public void dispute(CircleId circle, CheckoutId id, String name, Money amount) {
        var attempt = attempts.of(circle, id).getFirst();
        transaction.executeWithoutResult(
                _ -> disputes.opened(attempt, new News.Disputed("payment", name, amount, null)));
    }

    public void endDispute(CircleId circle, CheckoutId id, boolean won) {
        endDispute(circle, id, "dispute", won);
    }

    public void endDispute(CircleId circle, CheckoutId id, String name, boolean won) {
        var attempt = attempts.of(circle, id).getFirst();
        transaction.executeWithoutResult(_ -> disputes.ended(attempt, new News.DisputeEnded("payment", name, won)));
    }
}
